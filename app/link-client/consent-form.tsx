import { freshSeconds } from "@/lib/accounts/allow";
import type { Viewer } from "@/lib/accounts/find-actor";
import { now } from "@/lib/clock";
import { consentTextVersion } from "@/lib/links/consent-text";
import type { ConsentClientView } from "@/lib/links/find-client-for-consent";
import { durations } from "@/lib/links/input";
import type { AccountToLinkView } from "@/lib/links/list-accounts-to-link";
import { formKey } from "../_session";
import { formTexts } from "../_text/for-forms";
import type { Text } from "../_text/text";
import { ButtonLink } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { ConsentWords } from "./consent-words";
import { LinkClientForm } from "./link-client-form";
import type { ConsentQuery } from "./read-query";
import { Unreviewed } from "./unreviewed";

type Props = {
  client: ConsentClientView;
  accounts: AccountToLinkView[];
  /** The account that an invitation is for. */
  expected: AccountToLinkView | undefined;
  query: ConsentQuery;
  path: string;
  t: Text;
  viewer: Viewer;
};

/** What it means, and the form that agrees to it; its key holds all that was shown, and counts for ten minutes. */
export async function ConsentForm({ client, accounts, expected, query, path, t, viewer }: Props) {
  const said = t.consent;
  const isStrict = !client.reviewed && !client.own;
  const isFresh = now().getTime() - viewer.freshAt.getTime() < freshSeconds * 1000;
  const offered = {
    client: [client.clientRowId],
    sellerId: accounts.map(({ sellerId }) => String(sellerId)),
    textVersion: [consentTextVersion],
    via: [query.via],
    ...(query.invitation && { invitation: [query.invitation] }),
  };
  const free = accounts.filter(({ linkId }) => !linkId);
  const only = accounts.length === 1 ? free[0] : undefined;
  return (
    <>
      {isStrict && (
        <Unreviewed
          fresh={isFresh ? null : `/sign-in?again=1&next=${encodeURIComponent(path)}`}
          name={client.organisationName}
          t={t}
        />
      )}
      <ConsentWords t={t} />
      {expected && <Notice>{said.expected.notice(expected.shopName, expected.sellerId)}</Notice>}
      <LinkClientForm
        accounts={accounts.map((account) => ({
          value: String(account.sellerId),
          label: <Account account={account} />,
          hint: account.linkId ? said.account.linked : undefined,
          disabled: account.linkId !== null,
        }))}
        aside={<ButtonLink href="/seller">{said.not}</ButtonLink>}
        durations={durations.map((value) => ({ value, label: said.durations[value] }))}
        formKey={
          isStrict
            ? await formKey("link unreviewed client", path, offered)
            : await formKey("link client", path, offered)
        }
        isStrict={isStrict}
        only={only && String(only.sellerId)}
        preselected={expected && String(expected.sellerId)}
        texts={formTexts(t)}
        words={{
          account: only ? said.account.title : said.account.choose,
          accountHint: said.account.wrong,
          duration: said.duration,
          typed: said.typed,
          terms: said.words.terms,
          confirm: said.words.confirm,
          submit: said.submit,
          sending: t.common.sending,
          openLink: said.openLink,
          lookAgain: said.lookAgain,
          signIn: said.signIn,
          suspendedNow: said.suspendedNow,
        }}
      />
    </>
  );
}

/** The account so big that nobody takes it for another. */
function Account({ account: { shopName, sellerId } }: { account: AccountToLinkView }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <strong className="text-h3 wrap-anywhere">{shopName}</strong>
      <span className="text-h3 mono">{sellerId}</span>
    </span>
  );
}
