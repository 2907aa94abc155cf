"use client";
import { useEffect } from "react";
import type { ShownHandOverView } from "@/lib/clients/show-hand-over";
import { secretFiles } from "../../_secret-files";
import { Button } from "../../_ui/button";
import type { CopyTexts } from "../../_ui/copy-button";
import { CopyOnce } from "../../_ui/copy-once";
import { Field } from "../../_ui/field";
import { KeyValue } from "../../_ui/key-value";
import { PlainForm } from "../../_ui/plain-form";

export type ShownWords = Record<
  | "shownTitle"
  | "shownLead"
  | "noSeller"
  | "goOn"
  | "goOnHint"
  | "clientSecret"
  | "env"
  | "json"
  | "warning"
  | "stored",
  string
>;

export type ShownProps = {
  made: ShownHandOverView;
  copies: Record<"clientId" | "secret" | "sellerId", CopyTexts>;
  urls: { tokenUrl: string; sellerApiUrl: string };
  words: ShownWords;
};

/** The one answer that shows a receiver their values. It holds no form bound to a server action. */
export function Shown({ made, copies, urls, words }: ShownProps) {
  const { clientId, secret, sellerId } = made;
  useEffect(() => document.getElementById("reveal")?.focus(), []);
  const values = { clientId, clientSecret: secret, sellerId, ...urls };
  return (
    <section aria-labelledby="reveal-title" className="section card" id="reveal" tabIndex={-1}>
      <h2 id="reveal-title">{words.shownTitle}</h2>
      <p>{words.shownLead}</p>
      <KeyValue
        pairs={[
          { label: "clientId", value: clientId, copy: copies.clientId },
          ...(sellerId ? [{ label: "SellerId", value: String(sellerId), copy: copies.sellerId }] : []),
        ]}
      />
      <CopyOnce
        copy={copies.secret}
        downloads={secretFiles(values, words)}
        label={words.clientSecret}
        value={secret}
        warning={words.warning}
      />
      {!sellerId && <p>{words.noSeller}</p>}
      <PlainForm
        hidden={{ clientId, ...(sellerId && { sellerId: String(sellerId) }) }}
        method="get"
        to="/first-call"
      >
        <p>{words.goOnHint}</p>
        <Field kind="checkbox" label={words.stored} name="stored" required />
        <div className="form-actions">
          <Button variant="primary">{words.goOn}</Button>
        </div>
      </PlainForm>
    </section>
  );
}
