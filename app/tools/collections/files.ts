import { brunoCollection } from "@/lib/collections/bruno";
import type { CallValues } from "@/lib/collections/curl";
import { envFile } from "@/lib/collections/env-file";
import type { FileWords } from "@/lib/collections/file-words";
import { httpFile } from "@/lib/collections/http-file";
import { jetbrainsEnvironment, jetbrainsFile } from "@/lib/collections/jetbrains";
import { postmanCollection, postmanEnvironment } from "@/lib/collections/postman";
import type { operations } from "@/lib/seller-data/operations";

type File = {
  type: string;
  write: (values: CallValues, words: FileWords, chosen: typeof operations) => string;
};

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const type = "application/json";

/** The files there are, by the name they are saved under. None of them is given a secret. */
export const files = {
  "postman-collection.json": { type, write: (...given) => json(postmanCollection(...given)) },
  "postman-environment.json": { type, write: (values) => json(postmanEnvironment(values)) },
  "bruno-collection.json": { type, write: (...given) => json(brunoCollection(...given)) },
  "seller-api.http": { type: "text/plain", write: httpFile },
  "seller-api-jetbrains.http": { type: "text/plain", write: jetbrainsFile },
  // The editors know the environment by this name only.
  "http-client.env.json": { type, write: (values) => json(jetbrainsEnvironment(values)) },
  "portal.env": { type: "text/plain", write: (values) => envFile({ ...values, clientSecret: "" }) },
} satisfies Record<string, File>;

export type FileName = keyof typeof files;

/** The file of this name; undefined for any other word. */
export const findFile = (name: string): File | undefined =>
  Object.hasOwn(files, name) ? files[name as FileName] : undefined;
