import { basic } from "./basic";
import { command } from "./command";
import { csvTable, csvText } from "./csv";
import { cursorOfList } from "./cursor";
import { form } from "./form";
import { mediaType } from "./media-type";
import { nameLetters } from "./name-letters";
import { nameDrawings, nameSlips } from "./name-look";
import { callbackUrl } from "./next-path";
import { anything, recognised } from "./paste";
import { sellerId } from "./seller-id";
import type { Target } from "./target";
import { webhookUrl } from "./webhook-url";

/** Every reader of what strangers send that is held against a model. */
export const targets: Target[] = [
  form,
  basic,
  mediaType,
  sellerId,
  cursorOfList,
  command,
  recognised,
  anything,
  callbackUrl,
  webhookUrl,
  csvText,
  csvTable,
  nameLetters,
  nameSlips,
  nameDrawings,
];
