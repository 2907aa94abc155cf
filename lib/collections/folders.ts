import { exampleOf } from "../seller-data/example";
import { areaNames, areaOf } from "../seller-data/guide-areas";
import type { Area, Parameter } from "../seller-data/operation";
import type { OperationId, operations } from "../seller-data/operations";
import type { Filling } from "./api-call";
import type { CallValues } from "./curl";
import type { FileWords } from "./file-words";

type Known = (typeof operations)[number];

/** The marketplace's own names of its domains and of its first request; the same in every language. */
const folderNames: Record<Area, string> = {
  seller: "Seller Info",
  catalogue: "Products referential",
  products: "Products management",
  offers: "Offer management",
  orders: "Orders management",
  discussions: "Discussions",
};
const ownNames: Partial<Record<OperationId, string>> = { "sellers.get": "Get Seller Informations" };

/** One parameter as the files carry it; what is optional is there, switched off. */
export type FileParameter = {
  name: string;
  in: Parameter["in"];
  value: string;
  isOn: boolean;
  description: string;
};

/** One request as the files carry it. */
export type FileRequest = {
  id: OperationId;
  name: string;
  about: string;
  method: string;
  path: string;
  status: number;
  parameters: FileParameter[];
  /** Beside SellerId and Accept, which every request has. */
  headers: (readonly [string, string])[];
  body?: unknown;
};
export type Folder = { name: string; requests: FileRequest[] };

/** A package is opened by one request and named by the next: its id travels in this variable. */
export const packageVariable = "packageId";

/** The operations as folders of requests, in the order of the work, each filled with an example of the seller account. */
export function foldersOf(chosen: readonly Known[], { sellerId }: CallValues, words: FileWords): Folder[] {
  const work = areaNames.flatMap((name) => (name === "shop" ? [] : areaOf(name).operations));
  const sorted = chosen.toSorted((one, other) => work.indexOf(one.id) - work.indexOf(other.id));
  return (Object.keys(folderNames) as Area[]).flatMap((area) => {
    const requests = sorted
      .filter((one) => one.area === area)
      .map((one) => requestOf(one, exampleOf(one, Number(sellerId) || undefined), words));
    return requests.length > 0 ? [{ name: folderNames[area], requests }] : [];
  });
}

function requestOf(operation: Known, { values, body }: Filling, words: FileWords): FileRequest {
  const { id, method, path, status } = operation;
  const { title, purpose, watch } = words.operations[id];
  const parameters = operation.parameters.map(({ name, in: where, required, schema, isList, example }) => {
    const known = values[name] ?? example ?? (isList ? schema.enum?.join(",") : schema.enum?.[0]);
    const value = name === packageVariable ? `{{${packageVariable}}}` : String(known ?? "");
    return { name, in: where, value, isOn: Boolean(required), description: words.parameters[name] ?? "" };
  });
  const headers = parameters
    .filter((one) => one.in === "header")
    .map(({ name, value }) => [name, value] as const);
  const type = body === undefined ? [] : ([["Content-Type", "application/json"]] as const);
  return {
    id,
    name: ownNames[id] ?? title,
    about: `${purpose}\n\n${watch}`,
    method,
    path,
    status,
    parameters,
    headers: [...headers, ...type],
    ...(body !== undefined && { body }),
  };
}
