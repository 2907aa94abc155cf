import { operations } from "../seller-data/operations";
import type { Addresses } from "./finding";
import { isLegacyHost, readAddress } from "./hosts";
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

/**
 * The path that a request of an old collection calls and, where that is not a call of today's API, the operation that
 * does the same now: "" where none does, null where nothing has to replace it.
 */
export function replaceRequest(sent: Sent, addresses: Addresses): { path: string; insteadId: string | null } {
  const url = readAddress(sent.url.replace(/^\{\{[^}]{1,100}\}\}/, "https://host.invalid"));
  const path = (url?.pathname ?? sent.url.slice(0, 200)).replaceAll("%7B", "{").replaceAll("%7D", "}");
  if (serviceOf(sent.url, addresses) === "token") return { path, insteadId: null };
  const below = path.replace(/^.{0,200}?\/seller\/v2(?=\/|$)/, "");
  if (operations.some((one) => one.method === sent.method && shapeOf(one.path).test(below)))
    return { path, insteadId: null };
  const isOurs = path.includes("/seller/v2");
  const action = sent.headers.find(([name]) => /^soapaction$/i.test(name))?.[1] ?? "";
  const isFormer =
    isLegacyHost(url?.hostname ?? "") || action !== "" || /\/v1\b|\/seller\/v\d|\.svc\b/i.test(path);
  if (!isFormer && !isOurs) return { path, insteadId: null };
  const named = action || path;
  const [, id = ""] = formerNames.find(([pattern]) => pattern.test(named)) ?? [];
  return { path: action ? `${path} ${action.slice(0, 100)}` : path, insteadId: id };
}

/** A path with its parts in braces open, also for what Postman puts in their place. */
function shapeOf(path: string) {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]{1,200}")}/?$`);
}

/** Method and path of an operation, for people. */
export function callOf(id: string) {
  const found = operations.find((operation) => operation.id === id);
  return found ? `${found.method} /seller/v2${found.path}` : "";
}
