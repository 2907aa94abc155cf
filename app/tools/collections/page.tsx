import type { Metadata } from "next";
import { findActor } from "@/lib/accounts/find-actor";
import { copyTexts } from "../../_text/for-forms";
import { type Text, text } from "../../_text/text";
import { Button, ButtonLink } from "../../_ui/button";
import { Field } from "../../_ui/field";
import { KeyValue } from "../../_ui/key-value";
import { Notice } from "../../_ui/notice";
import { PageHeader } from "../../_ui/page-header";
import { PlainForm } from "../../_ui/plain-form";
import { Section } from "../../_ui/section";
import { type FilledView, fillValues } from "./fill-values";

type Query = { clientId?: string | string[]; sellerId?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await text()).tools.collections.title };
}

/** The files for Postman and for programs: filled with the reader's own values, or with placeholders. */
export default async function CollectionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, viewer, query] = [await text(), await findActor(), await searchParams];
  const asked = { clientId: first(query.clientId), sellerId: first(query.sellerId) };
  const filled = await fillValues(viewer, asked);
  const said = t.tools.collections;
  const firstCall = filled.isOwn ? `/first-call?${search(filled)}` : "/first-call";
  return (
    <>
      <PageHeader lead={said.lead} title={said.title} />
      {!viewer && (
        <Notice title={said.placeholders}>
          <a href={`/sign-in?next=${encodeURIComponent("/tools/collections")}`}>{said.signIn}</a>
        </Notice>
      )}
      {viewer && !filled.isOwn && (
        <Notice title={filled.clientIds.length > 0 ? said.noClient : said.placeholders}>
          {filled.clientIds.length === 0 && viewer.organisation.kind !== "operator" && (
            <a href={`/new-client?as=${viewer.organisation.kind}`}>{said.create}</a>
          )}
        </Notice>
      )}
      <Filling filled={filled} t={t} />
      <Downloads filled={filled} t={t} />
      <Section title={said.steps.title}>
        <ol className="grid max-w-measure list-decimal gap-3 pl-6">
          {said.steps.items.map(({ title, body }) => (
            <li key={title}>
              <h3 className="text-body">{title}</h3>
              <p>{body}</p>
            </li>
          ))}
        </ol>
        <p>
          <ButtonLink href={firstCall}>{said.steps.firstCall}</ButtonLink>
        </p>
        <Notice>{said.tls}</Notice>
      </Section>
    </>
  );
}

/** What the files are filled with, and for those who have clients the choice among them. */
function Filling({ filled: { values, clientIds, sellerIds }, t }: { filled: FilledView; t: Text }) {
  const { choose, values: names } = t.tools.collections;
  const option = (value: string) => ({ value, label: value });
  const pair = (name: keyof typeof names) => ({
    label: names[name],
    value: values[name],
    copy: copyTexts(t, names[name]),
  });
  return (
    <Section card title={choose.title}>
      {clientIds.length > 0 && (
        <PlainForm label={choose.label} method="get" to="/tools/collections">
          <Field
            defaultValue={values.clientId}
            kind="select"
            label={choose.clientId}
            name="clientId"
            options={clientIds.map(option)}
          />
          <Field
            defaultValue={values.sellerId}
            hint={choose.sellerIdHint}
            kind="select"
            label={choose.sellerId}
            name="sellerId"
            options={sellerIds.map(option)}
          />
          <div className="form-actions">
            <Button>{choose.submit}</Button>
          </div>
        </PlainForm>
      )}
      <KeyValue pairs={[pair("clientId"), pair("sellerId"), pair("tokenUrl"), pair("sellerApiUrl")]} />
    </Section>
  );
}

const files = ["postman-collection.json", "postman-environment.json", "portal.env"] as const;

function Downloads({ filled, t }: { filled: FilledView; t: Text }) {
  const said = t.tools.collections.downloads;
  const query = filled.isOwn ? `?${search(filled)}` : "";
  return (
    <Section title={said.title}>
      <ul className="grid gap-4">
        {files.map((file) => (
          <li key={file}>
            <ButtonLink download={file} href={`/tools/collections/${file}${query}`}>
              {said[file].label}
            </ButtonLink>
            <p className="mt-1 text-muted">{said[file].about}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function search({ values: { clientId, sellerId } }: FilledView) {
  return new URLSearchParams({ clientId, sellerId }).toString();
}

/** Of a repeated parameter the first counts. */
function first(value: string | string[] | undefined) {
  return Array.isArray(value) ? value[0] : value;
}
