"use client";
import { useEffect } from "react";
import type { Language } from "@/lib/language";
import { secretFiles } from "./_secret-files";
import { Button } from "./_ui/button";
import type { CopyTexts } from "./_ui/copy-button";
import { CopyOnce } from "./_ui/copy-once";
import { Field } from "./_ui/field";
import { fill } from "./_ui/fill";
import { inUtc } from "./_ui/in-utc";
import { KeyValue } from "./_ui/key-value";
import { PlainForm } from "./_ui/plain-form";

export type RevealTexts = Record<
  | "title"
  | "lead"
  | "clientId"
  | "clientSecret"
  | "sellerId"
  | "env"
  | "json"
  | "stored"
  | "goOn"
  | "prove"
  | "proveHint"
  | "linked"
  | "unlinked"
  | "warning"
  | "oldEnds"
  | "oldEnded"
  | "handOver"
  | "handOverLink",
  string
> & { language: Language; copyClientId: CopyTexts; copySecret: CopyTexts; copySellerId: CopyTexts };

/** What was just made, with its secret in plain. */
export type Made = {
  clientRowId: string;
  clientId: string;
  secret: string;
  madeAt: string;
  sellerId?: number | null;
  shopName?: string | null;
  oldEndsAt?: string | null;
};

type Props = {
  made: Made;
  proveKey: string;
  texts: RevealTexts;
  urls: { tokenUrl: string; sellerApiUrl: string };
};

/**
 * The one answer that shows a secret. It holds no form bound to a server action; *Continue* and *Prove it works* are
 * plain forms. With JavaScript the address becomes the client's page, so that a reload finds the secret gone.
 */
export function Reveal({ made, proveKey, texts, urls }: Props) {
  const { clientRowId, clientId, secret, sellerId } = made;
  const page = `/clients/${clientRowId}`;
  useEffect(() => {
    history.replaceState(null, "", `${page}?made=1`);
    document.getElementById("reveal")?.focus();
  }, [page]);
  const values = { clientId, clientSecret: secret, sellerId: sellerId ?? undefined, ...urls };
  const linked = sellerId
    ? fill(texts.linked, { shop: made.shopName ?? "", sellerId: String(sellerId) })
    : texts.unlinked;
  const oldEnds =
    made.oldEndsAt && made.oldEndsAt <= made.madeAt
      ? texts.oldEnded
      : made.oldEndsAt && fill(texts.oldEnds, { when: inUtc(made.oldEndsAt, texts.language) });
  return (
    <section aria-labelledby="reveal-title" className="section card" id="reveal" tabIndex={-1}>
      <h2 id="reveal-title">{texts.title}</h2>
      <p>{texts.lead}</p>
      <KeyValue
        pairs={[
          { label: texts.clientId, value: clientId, copy: texts.copyClientId },
          ...(sellerId ? [{ label: texts.sellerId, value: String(sellerId), copy: texts.copySellerId }] : []),
        ]}
      />
      <CopyOnce
        copy={texts.copySecret}
        downloads={secretFiles(values, texts)}
        label={texts.clientSecret}
        value={secret}
        warning={texts.warning}
      />
      <p>{oldEnds || linked}</p>
      {sellerId && (
        <p>
          {texts.handOver} <a href={`${page}#hand-over`}>{texts.handOverLink}</a>
        </p>
      )}
      <PlainForm
        formKey={proveKey}
        hidden={{
          clientId,
          clientSecret: secret,
          operation: "sellers.get",
          ...(sellerId && { sellerId: String(sellerId) }),
        }}
        to="/first-call/run"
      >
        <p>{texts.proveHint}</p>
        <div className="form-actions">
          <Button variant="primary">{texts.prove}</Button>
        </div>
      </PlainForm>
      <PlainForm method="get" to={page}>
        <Field kind="checkbox" label={texts.stored} name="stored" required />
        <div className="form-actions">
          <Button variant="secondary">{texts.goOn}</Button>
        </div>
      </PlainForm>
    </section>
  );
}
