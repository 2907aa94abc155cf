import type { LinkChainView } from "@/lib/links/find-link-chain";
import type { Text } from "../../_text/text";
import { Section } from "../../_ui/section";
import { UnlinkForm } from "../unlink-form";

/** Ends the link of this page. */
export function EndForm({ view, t }: { view: LinkChainView; t: Text }) {
  const { linkId, clientId, shopName } = view;
  const consequence = <p>{t.links.consequence(clientId, shopName)}</p>;
  return (
    <Section id="end" title={t.receipt.end.title}>
      <UnlinkForm consequence={consequence} linkId={linkId} path={`/links/${linkId}`} t={t} />
    </Section>
  );
}
