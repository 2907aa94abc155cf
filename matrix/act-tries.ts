import { makeFormKey } from "@/lib/accounts/form-key";
import { type Right, ruleOf } from "@/lib/accounts/rights";
import { ask } from "./ask";
import { addressOf, callAction, type Fields, sendForm, tell } from "./call-action";
import { fillInput } from "./fill-input";
import type { Act } from "./list-acts";
import type { Caller, Company } from "./make-cast";
import type { Scene } from "./open-scene";
import { mayPress } from "./read-answer";

/** One request that must get nowhere, and what it may be answered. */
export type Try = { name: string; expected: RegExp; send: () => Promise<string> };

export type Names = Record<string, string>;

/** What one company's things are called in forms and keys; `""` is what any other thing could be called. */
export function namesOf({ cast, world }: Scene, company: Company): Names {
  const { client = "", firstCall = "", ticket = "", organisation = "", attachment = "" } = world.of[company];
  const { clientLink = "", bulkRun = client, sellerAccount = "" } = world.of[company];
  const things = {
    client,
    clientRowId: client,
    ticketId: ticket,
    firstCallId: firstCall,
    fileId: attachment,
  };
  const links = { linkId: clientLink, bulkId: bulkRun, sellerId: sellerAccount };
  return {
    ...things,
    ...links,
    organisationId: organisation,
    memberId: cast.owners[company].personId,
    "": client,
  };
}

type Holder = Pick<Caller, "sessionId" | "visitorId">;

/** A key as the portal itself would sign it, for a form that offers these things. */
export function keyFor(act: Right, { sessionId, visitorId }: Holder, names: Names, organisationId = "") {
  const holder = ruleOf(act).who === "visitor" ? visitorId : (sessionId ?? visitorId);
  const offered = Object.fromEntries(Object.entries(names).map(([name, id]) => [name, [id]]));
  return makeFormKey({ act, holder, organisationId, path: "/here", offered });
}

/** Everything that is tried with an action by those who must not get anywhere, on things that are there. */
export function makeTries(scene: Scene, act: Act): Try[] {
  const { cast, portal } = scene;
  const names = namesOf(scene, "seller");
  const input = fillInput(act.input, names);
  const callers = cast.callers.filter(({ company }) => company);
  const may = (one: Caller) => mayPress(one, { act: act.right });
  const rightful = callers.find(may) as Caller;
  const other = callers.find((one) => one !== rightful) as Caller;
  const from = (one: Caller) => (one.company ? cast.companies[one.company] : (one.stoppedIn ?? ""));
  const keyOf = (one: Caller, right = act.right) => ({ formKey: keyFor(right, one, names, from(one)) });
  const headersOf = (one: Caller) => ({ ...scene.headersOf(one), origin: portal.publicUrl });
  const call = (one: Caller, fields: Fields, more = {}) =>
    callAction(portal.port, act, { ...input, ...fields }, { ...headersOf(one), ...more }).then(tell);
  const own = keyOf(rightful);
  const tries: Try[] = [
    { name: "no key", expected: /^stale$/, send: () => call(rightful, {}) },
    { name: "a key nobody signed", expected: /^stale$/, send: () => call(rightful, forge(own)) },
    {
      name: "another act's key",
      expected: /^(stale|invalid|not_found|expired)$/,
      send: () => call(rightful, keyOf(rightful, alike(act))),
    },
    { name: "another one's key", expected: /^stale$/, send: () => call(other, own) },
    { name: "no origin", expected: /^403$/, send: () => call(rightful, own, { origin: "" }) },
    { name: "the origin null", expected: /^403$/, send: () => call(rightful, own, { origin: "null" }) },
    { name: "no form", expected: /^invalid$/, send: () => callWith(portal.port, act, headersOf(rightful)) },
    {
      name: "another one's form, without scripts",
      expected: /^(200|303|404)$/,
      send: async () =>
        String((await sendForm(portal.port, act, { ...input, ...own }, headersOf(other))).status),
    },
  ];
  for (const caller of cast.callers.filter((one) => !may(one))) {
    const expected = caller.company ? /^not_allowed$/ : /^sign_in_again$/;
    tries.push({ name: caller.name, expected, send: () => call(caller, keyOf(caller)) });
  }
  return tries;
}

const forge = ({ formKey }: { formKey: string }) => ({ formKey: `${formKey.slice(0, -4)}AAAA` });

/** Another act whose keys are held by the same, session or browser. */
function alike({ right }: Act): Right {
  if (ruleOf(right).who === "visitor") return right === "sign up" ? "ask for reset" : "sign up";
  return right === "sign out" ? "change language" : "sign out";
}

/** Calls an action with something that is no form. */
async function callWith(port: number, act: Act, headers: Record<string, string>) {
  const answer = await ask(port, {
    method: "POST",
    path: addressOf(act.pages),
    headers: { ...headers, "next-action": act.id, "content-type": "text/plain;charset=UTF-8" },
    body: '[null,{"formKey":"x"}]',
  });
  return /"code":"(\w+)"/.exec(answer.body)?.[1] ?? String(answer.status);
}
