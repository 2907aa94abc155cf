import * as arrowLeft from "lucide-react/icons/arrow-left";
import * as arrowRight from "lucide-react/icons/arrow-right";
import * as ban from "lucide-react/icons/ban";
import * as bellRing from "lucide-react/icons/bell-ring";
import * as book from "lucide-react/icons/book-open";
import * as building from "lucide-react/icons/building-complex";
import * as check from "lucide-react/icons/check";
import * as clock from "lucide-react/icons/clock";
import * as code from "lucide-react/icons/code-xml";
import * as download from "lucide-react/icons/download";
import * as hourglass from "lucide-react/icons/hourglass";
import * as idCard from "lucide-react/icons/id-card";
import * as key from "lucide-react/icons/key-round";
import * as lifeBuoy from "lucide-react/icons/life-buoy";
import * as link from "lucide-react/icons/link";
import * as list from "lucide-react/icons/list";
import * as mail from "lucide-react/icons/mail";
import * as play from "lucide-react/icons/play";
import * as plus from "lucide-react/icons/plus";
import * as search from "lucide-react/icons/search";
import * as settings from "lucide-react/icons/settings";
import * as shield from "lucide-react/icons/shield-check";
import * as store from "lucide-react/icons/store";
import * as ticket from "lucide-react/icons/ticket";
import * as triangle from "lucide-react/icons/triangle";
import * as alert from "lucide-react/icons/triangle-exclamation-point";
import * as unlink from "lucide-react/icons/unlink";
import * as user from "lucide-react/icons/user";
import * as users from "lucide-react/icons/users";
import * as waypoints from "lucide-react/icons/waypoints";
import * as cross from "lucide-react/icons/x";
import * as zap from "lucide-react/icons/zap";
import { Glyph } from "./glyph";

const icons = {
  alert,
  arrowLeft,
  arrowRight,
  ban,
  bellRing,
  book,
  building,
  check,
  clock,
  code,
  cross,
  download,
  hourglass,
  idCard,
  key,
  lifeBuoy,
  link,
  list,
  mail,
  play,
  plus,
  search,
  settings,
  shield,
  store,
  ticket,
  triangle,
  unlink,
  user,
  users,
  waypoints,
  zap,
};

export type IconName = keyof typeof icons;

export const iconNames = Object.keys(icons) as IconName[];

/** An icon by name, for server components; client components draw single icons with `Glyph`. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <Glyph className={className} of={icons[name]} />;
}
