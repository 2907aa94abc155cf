import { expect, it } from "vitest";
import { testWords } from "@/lib/collections/file-words.testing";
import { readPaste } from "@/lib/paste/read-paste";
import { operations } from "@/lib/seller-data/operations";
import { files } from "../collections/files";

const tokenUrl = "https://login.example.test/auth/realms/maas/protocol/openid-connect/token";
const addresses = { tokenUrl, sellerApiUrl: "https://api.example.test/seller/v2" };
const values = { clientId: "demo", sellerId: "98979", ...addresses };

it.each(["postman-collection.json", "postman-environment.json"] as const)(
  "%s, as we hand it out, has nothing wrong, and nothing is mended in it",
  (name) => {
    const file = files[name].write(values, testWords, operations);
    const read = readPaste(file, { ...addresses, issuer: "https://login.example.test/auth/realms/maas" });
    expect([read.findings, read.notes.map(({ code }) => code)]).toEqual([[], ["nothing_wrong"]]);
    expect(read.collection?.mended).toBeNull();
    expect(read.collection?.requests.filter(({ instead }) => instead !== null)).toEqual([]);
  },
);
