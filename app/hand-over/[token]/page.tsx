import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { findHandOver } from "@/lib/clients/find-hand-over";
import { env } from "@/lib/env";
import { visitorFormKey } from "../../_session";
import { copyTexts, formTexts } from "../../_text/for-forms";
import { text } from "../../_text/text";
import { moment } from "../../_time";
import { KeyValue } from "../../_ui/key-value";
import { PageHeader } from "../../_ui/page-header";
import { ShowForm } from "./show-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).handOver.receive.title };
}

/** Where the receiver of a hand-over lands. Looking changes nothing; only *Show* makes the secret. */
export default async function HandOverPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = await findHandOver(token);
  if (!found) notFound();
  const t = await text();
  const said = t.handOver.receive;
  const { clientId, organisationName, hasPhrase, state, openedAt, expiresAt } = found;
  const at = (when: Date) => moment(when, t.language).text;
  const { clientSecret, env: envWord, json, warning, stored } = t.newClient.reveal;
  const { what, told, phrase, phraseHint, show, showing, shownTitle, shownLead, noSeller } = said;
  const { TOKEN_URL, SELLER_API_URL } = env();
  return (
    <>
      <PageHeader lead={said.lead(organisationName)} title={said.title} />
      <KeyValue
        pairs={[
          { label: said.from, value: organisationName },
          { label: "clientId", value: <span className="mono">{clientId}</span> },
          { label: said.until, value: at(expiresAt) },
        ]}
      />
      <ShowForm
        copies={{
          clientId: copyTexts(t, "clientId"),
          secret: copyTexts(t, clientSecret),
          sellerId: copyTexts(t, "SellerId"),
        }}
        formKey={await visitorFormKey("show hand-over", `/hand-over/${token}`)}
        hasPhrase={hasPhrase}
        over={state === "waiting" ? null : said.over[state](at(openedAt ?? expiresAt))}
        texts={formTexts(t)}
        token={token}
        urls={{ tokenUrl: TOKEN_URL, sellerApiUrl: SELLER_API_URL }}
        words={{
          ...{ what, told, phrase, phraseHint, show, showing },
          ...{ shownTitle, shownLead, noSeller, goOn: said.goOn, goOnHint: said.goOnHint },
          ...{ clientSecret, env: envWord, json, warning, stored },
        }}
      />
    </>
  );
}
