import { type AreaName, operationsOf } from "@/lib/seller-data/guide-areas";
import type { Text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { Section } from "../../_ui/section";
import { type FileName, files } from "./files";
import { type FilledView, fillQuery } from "./fill-values";

type Props = { filled: FilledView; areas: AreaName[]; t: Text };

/** The files, each with what it is for; their addresses hold what was chosen. */
export function Downloads({ filled, areas, t }: Props) {
  const said = t.tools.collections.downloads;
  const query = fillQuery(filled, areas);
  return (
    <Section intro={<p>{said.holds(operationsOf(areas).length)}</p>} title={said.title}>
      <ul className="grid gap-4">
        {(Object.keys(files) as FileName[]).map((file) => (
          <li key={file}>
            <ButtonLink download={file} href={`/tools/collections/${file}${query && `?${query}`}`}>
              {said[file].label}
            </ButtonLink>
            <p className="mt-1 max-w-measure text-muted">{said[file].about}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
