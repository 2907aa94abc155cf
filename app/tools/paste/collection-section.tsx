import { isVerdict } from "@/lib/first-call/verdicts";
import type { NoteCode } from "@/lib/paste/finding";
import type { CollectionView, RequestView } from "@/lib/paste/read-paste";
import type { Text } from "../../_text/text";
import { ButtonLink } from "../../_ui/button";
import { Section } from "../../_ui/section";
import { Table } from "../../_ui/table";

/** A pasted file of Postman: each request with what is wrong and what replaces it, and the mended file. */
export function CollectionSection({ collection, t }: { collection: CollectionView; t: Text }) {
  const said = t.paste.collection;
  const { kind, name, requests, mended } = collection;
  const file = `${kind === "environment" ? "postman-environment" : "postman-collection"}-mended.json`;
  return (
    <Section card title={name ? `${said.title} · ${name}` : said.title}>
      {requests.length > 0 && (
        <Table
          caption={said.title}
          captionHidden
          columns={[said.request, said.call, said.found, said.instead].map((label) => ({ label }))}
          rows={requests.map((request, index) => ({
            key: String(index),
            cells: [request.name || request.call, request.call, foundIn(request, t), insteadOf(request, t)],
          }))}
        />
      )}
      {mended && (
        <>
          <p>{said.mendedAbout}</p>
          {requests.some(({ instead }) => instead !== null) && <p>{said.replaced}</p>}
          <p>
            <ButtonLink
              download={file}
              href={`data:application/json;charset=utf-8,${encodeURIComponent(mended)}`}
              variant="primary"
            >
              {said.mended}
            </ButtonLink>
          </p>
        </>
      )}
      <p>
        <a href="/tools/collections">{said.fresh}</a>
      </p>
    </Section>
  );
}

function foundIn({ codes }: RequestView, t: Text) {
  const titles = codes.map((code) =>
    isVerdict(code) ? t.firstCall.verdicts[code].title : t.paste.notes[code as NoteCode].title,
  );
  return titles.join(" · ") || t.paste.collection.nothing;
}

function insteadOf({ instead, codes }: RequestView, t: Text) {
  const said = t.paste.collection;
  if (instead !== null) return instead || said.gone;
  return codes.length > 0 ? said.corrected : said.stays;
}
