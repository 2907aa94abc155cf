import type { Viewer } from "@/lib/accounts/find-actor";
import { findLinkChain } from "@/lib/links/find-link-chain";
import type { AccountToLinkView } from "@/lib/links/list-accounts-to-link";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { Section } from "../_ui/section";
import { LinkChain } from "../links/[id]/link-chain";

type Props = { accounts: AccountToLinkView[]; t: Text; viewer: Viewer };

/** How many chains stand on the page itself; the rest is one press away. */
const shown = 5;

/** There is nothing left to link: the links there are, each with its chain. */
export async function LinkedAlready({ accounts, t, viewer }: Props) {
  const said = t.consent.linked;
  const links = await Promise.all(
    accounts.slice(0, shown).map(({ linkId }) => findLinkChain(viewer, linkId ?? "")),
  );
  return (
    <Section id="linked" title={said.title}>
      <Notice tone="success">
        {accounts.length > 1
          ? said.all
          : accounts.map(({ shopName, sellerId }) => said.one(shopName, sellerId)).join()}
      </Notice>
      {links.map(
        (link) =>
          link && (
            <div className="grid gap-3" data-link={link.linkId} key={link.linkId}>
              {accounts.length > 1 && <p>{said.one(link.shopName, link.sellerId)}</p>}
              <LinkChain support={null} t={t} view={link} />
              <p>
                <ButtonLink href={`/links/${link.linkId}`}>{said.open}</ButtonLink>
              </p>
            </div>
          ),
      )}
    </Section>
  );
}
