import { areaNames, areaOf } from "../seller-data/guide-areas";
import { operations } from "../seller-data/operations";
import type { Addresses } from "./finding";
import { isLegacyHost, readAddress, retiredHostIn } from "./hosts";
import { serviceOf } from "./judge-answer";
import type { Sent } from "./judge-request";

/** What former interfaces called what the API does now; the first match counts. */
const formerNames: [RegExp, string][] = [
  [/seller-?info|getsellerinformation|\/sellers?\/?$/i, "sellers.get"],
  [/indicator/i, "sellers.indicators"],
  [/address/i, "sellers.addresses"],
  [/delivery-?mode/i, "sellers.deliveryModes"],
  [/subscription/i, "sellers.subscriptions"],
  [/carrier/i, "carriers.list"],
  [/categor|allowedcategorytree|modellist/i, "categories.list"],
  [
    /(?:submit|offer)-?(?:package|upload)s?.{0,40}(?:result|report|submission)|getofferpackagesubmissionresult/i,
    "offerPackages.results",
  ],
  [/submitofferpackage|offer-?packages?/i, "offerPackages.create"],
  [/getofferlist|offers?\b/i, "offers.list"],
  [/submitproductpackage|products?-?(?:integration|package)/i, "products.integrate"],
  [/validateorderlist|approval/i, "orders.approve"],
  [/shipment|shipping|tracking/i, "orders.ship"],
  [/orders?-?count/i, "orders.count"],
  [/getorderlist|getorders|orders?\b/i, "orders.list"],
  [/getdiscussionmaillist|generatediscussionmail|messages?\b/i, "messages.send"],
  [/closediscussion/i, "discussions.update"],
  [/discussion|claim|question/i, "discussions.list"],
];

/** What a name stands for where the request only reads, names one thing by its id, or changes something. */
const whenReading: Record<string, string> = {
  "orders.approve": "orders.get",
  "orders.ship": "orders.get",
  "messages.send": "discussions.get",
  "offerPackages.create": "offerPackages.list",
};
const whenReadingOne: Record<string, string> = {
  "orders.list": "orders.get",
  "discussions.list": "discussions.get",
  "offerPackages.create": "offerPackages.get",
};
const whenWriting: Record<string, string> = { "offers.list": "offerPackages.create" };
const whenWritingOne: Record<string, string> = {
  "orders.list": "orders.approve",
  "discussions.list": "discussions.update",
};

/**
 * The path that a request of an old collection calls and, where that is not a call of today's API, the operation that
 * does the same now: "" where none does, null where nothing has to replace it.
 */
export function replaceRequest(sent: Sent, addresses: Addresses): { path: string; insteadId: string | null } {
  const url = readAddress(sent.url.replace(/^\{\{[^}]{1,100}\}\}/, "https://host.invalid"));
  const path = (url?.pathname ?? sent.url.slice(0, 200)).replaceAll("%7B", "{").replaceAll("%7D", "}");
  const isRetired = retiredHostIn(sent.url) !== "" && !path.includes("/seller/");
  if (isRetired || serviceOf(sent.url, addresses) === "token") return { path, insteadId: null };
  const below = path.replace(/^.{0,200}?\/seller\/v2(?=\/|$)/, "");
  if (isCall(sent.method, below)) return { path, insteadId: null };
  const isOurs = path.includes("/seller/v2");
  const action = sent.headers.find(([name]) => /^soapaction$/i.test(name))?.[1] ?? "";
  const isFormer =
    isLegacyHost(url?.hostname ?? "") || action !== "" || /\/v1\b|\/seller\/v\d|\.svc\b/i.test(path);
  if (!isFormer && !isOurs) return { path, insteadId: null };
  const named = action || path;
  const [, id = ""] = formerNames.find(([pattern]) => pattern.test(named)) ?? [];
  if (action) return { path: `${path} ${action.slice(0, 100)}`, insteadId: id };
  return { path, insteadId: forMethod(id, sent.method, path) };
}

/** Whether this is a call of today's API, also where it is one that is not played here. */
const isCall = (method: string, below: string) =>
  calls.some((one) => one.method === method && one.shape.test(below));

/** A plain address says by its method what is to be done there. */
function forMethod(id: string, method: string, path: string) {
  const isOne = /\/(?:orders|discussions|claims|questions|offer-?packages)\/[^/]{1,200}\/?$/i.test(path);
  const tables =
    method === "GET"
      ? [...(isOne ? [whenReadingOne] : []), whenReading]
      : [...(isOne ? [whenWritingOne] : []), whenWriting];
  return tables.map((table) => table[id]).find(Boolean) ?? id;
}

/** A path with its parts in braces open, also for what Postman puts in their place. */
function shapeOf(path: string) {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]{1,200}")}/?$`);
}

const elsewhere = areaNames.flatMap((name) => areaOf(name).elsewhere.map((call) => call.split(" ", 2)));
const calls = [...operations.map(({ method, path }) => [method, path]), ...elsewhere].map(
  ([method = "", path = ""]) => ({ method, shape: shapeOf(path) }),
);

/** Method and path of an operation, for people. */
export function callOf(id: string) {
  const found = operations.find((operation) => operation.id === id);
  return found ? `${found.method} /seller/v2${found.path}` : "";
}
