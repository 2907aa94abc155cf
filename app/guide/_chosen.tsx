import { type AreaName, readAreas } from "@/lib/seller-data/guide-areas";
import type { Text } from "../_text/text";
import { Notice } from "../_ui/notice";

export type AreasQuery = { areas?: string | string[] };

/** The areas that an address asks for: ticks of a form, or a list with commas. */
export const chosenAreas = ({ areas }: AreasQuery): AreaName[] => readAreas([areas ?? ""].flat().join(","));

/** An address with the areas that were chosen. */
export function withAreas(href: string, chosen: readonly AreaName[]) {
  return chosen.length > 0 ? `${href}${href.includes("?") ? "&" : "?"}areas=${chosen.join(",")}` : href;
}

/** Which areas are shown, and the way back to all of them. */
export function ChosenAreas({ chosen, all, t }: { chosen: readonly AreaName[]; all: string; t: Text }) {
  if (chosen.length === 0) return null;
  const names = chosen.map((name) => t.areas.said[name].title).join(", ");
  return (
    <Notice>
      <p>
        {t.areas.choose.shown(names)} <a href={all}>{t.areas.choose.all}</a>
      </p>
    </Notice>
  );
}
