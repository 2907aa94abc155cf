import type { Addresses } from "./finding";
import { readPaste } from "./read-paste";

/** Where the portal of these tests asks for tokens and calls. */
export const addresses: Addresses = {
  tokenUrl: "https://login.example.test/auth/realms/maas/protocol/openid-connect/token",
  sellerApiUrl: "https://api.example.test/seller/v2",
  issuer: "https://login.example.test/auth/realms/maas",
};
export const { tokenUrl, sellerApiUrl } = addresses;
export const read = (text: string) => readPaste(text, addresses);
export const codesOf = (text: string) => read(text).findings.map(({ code }) => code);
export const notesOf = (text: string) => read(text).notes.map(({ code }) => code);
export const problem = (status: number, code: string) =>
  JSON.stringify({ type: `/guide/errors/${code}`, title: code, status, detail: "No.", code, traceId: "t-1" });
