import { notFound } from "next/navigation";
import { findClient } from "@/lib/clients/find-client";
import { env } from "@/lib/env";
import { asLanguage, isLanguage, type Language } from "@/lib/language";
import { findInviter } from "@/lib/links/find-inviter";
import { drawQr } from "@/lib/qr";
import { requireViewer } from "../../../_session";
import { type GuideFacts, type GuideMethod, guideMethods } from "./write-guide";

type Asked = { languages: Language[]; method: GuideMethod };

/** What a help page of a client says, for whoever may see the client; for everybody else there is none. */
export async function findFacts(id: string, query: URLSearchParams) {
  const viewer = await requireViewer();
  const { kind, name: company } = viewer.organisation;
  if (kind !== "partner" && kind !== "aggregator") notFound();
  const client = await findClient(viewer, id);
  if (!client || client.deletedAt) notFound();
  const { clientId } = client;
  const inviter = await findInviter(clientId);
  const name = inviter?.listedName ?? company;
  const { PUBLIC_URL } = env();
  const link = `${PUBLIC_URL}/link-client?${new URLSearchParams({ clientId, as: kind })}`;
  const directory = `${PUBLIC_URL}/choose-aggregator?${new URLSearchParams({ q: name })}`;
  const facts: GuideFacts = { name, clientId, link, directory };
  const listed = Boolean(inviter?.listedName);
  return { client, facts, listed, qr: drawQr(link), ...readAsked(query, asLanguage(viewer.language)) };
}

/** What the form asks for; at first the viewer's own language, by clientId. */
function readAsked(query: URLSearchParams, language: Language): Asked {
  const languages = query.getAll("lang").filter(isLanguage);
  const method = guideMethods.find((one) => one === query.get("method")) ?? "clientId";
  return { languages: languages.length > 0 ? [...new Set(languages)] : [language], method };
}
