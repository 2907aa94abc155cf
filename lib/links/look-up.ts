import { eq, sql } from "drizzle-orm";
import { asOperator, type Tx } from "@/db/client";
import { clients, organisations, sellers, tickets } from "@/db/schema";
import type { Viewer } from "../accounts/find-actor";
import { foldClientId } from "../clients/client-id";
import { isId } from "../id";
import { foldEmail } from "../input";
import { redactText } from "../redact";
import { hashToken } from "../secrets";
import { lookUpId } from "./look-up-id";
import { lookUpMail } from "./look-up-mail";
import type { MatchView } from "./match";
import { matchClients, matchOrganisations, matchSellers, matchTickets } from "./match-rows";
import { recordLook } from "./record-look";

/** What a typed text was taken for. */
export type Asked = "number" | "mail" | "id" | "client";

/** What was found. `sure`: it is what was typed; else it is only near it. */
export type LookUpView = { asked: Asked; sure: boolean; matches: MatchView[] };

const longest = 200;

/**
 * Looks something up for an operator: a SellerId or the number of a ticket, a mail address, the id of a request, an
 * incident or a row, else a clientId byte for byte, then as the eye reads it, then whatever is near. Each look-up is
 * an event of the desk, whether it found something or not; of a mail address it keeps a digest. Null for no text.
 */
export async function lookUp(viewer: Viewer, typed: string): Promise<LookUpView | null> {
  const text = typed.trim().slice(0, longest);
  if (text === "" || !text.isWellFormed() || /\p{Cc}/u.test(text)) return null;
  return asOperator(async (tx) => {
    const asked = whatIs(text);
    const found = await find(tx, asked, text);
    const q = asked === "mail" ? hashToken(foldEmail(text)).toString("hex") : redactText(text);
    await recordLook(tx, viewer, {
      kind: "search",
      data: { asked, q, found: found.sure ? found.matches.length : 0 },
    });
    return { asked, ...found };
  });
}

function whatIs(text: string): Asked {
  if (/^#?\d{1,12}$/.test(text)) return "number";
  if (text.includes("@")) return "mail";
  return isId(text.toLowerCase()) ? "id" : "client";
}

type Found = Omit<LookUpView, "asked">;
const all = (...matches: MatchView[][]): Found => ({ sure: true, matches: matches.flat() });

async function find(tx: Tx, asked: Asked, text: string): Promise<Found> {
  switch (asked) {
    case "number": {
      const number = Number(text.replace("#", ""));
      const accounts = text.startsWith("#") ? [] : await matchSellers(tx, eq(sellers.sellerId, number));
      const named = accounts.length > 0 ? [] : await matchTickets(tx, eq(tickets.number, number));
      return all(accounts, named);
    }
    case "mail":
      // A clientId may hold the sign too.
      return all(await lookUpMail(tx, text), await matchClients(tx, eq(clients.clientId, text)));
    case "id":
      return all(await lookUpId(tx, text.toLowerCase()));
    case "client":
      return findClients(tx, text);
  }
}

async function findClients(tx: Tx, text: string): Promise<Found> {
  const exact = await matchClients(tx, eq(clients.clientId, text));
  if (exact.length > 0) return all(exact);
  const fold = foldClientId(text);
  const same = await matchClients(tx, eq(clients.fold, fold));
  const named = sql`name_fold(${organisations.name}) like '%' || nullif(name_fold(${text}), '') || '%'`;
  const nearness = sql`similarity(${clients.fold}, ${fold}) desc`;
  const near = same.length > 0 ? [] : await matchClients(tx, sql`${clients.fold} % ${fold}`, nearness);
  const byName = await matchOrganisations(
    tx,
    named,
    sql`length(${organisations.name}), ${organisations.name}`,
  );
  return { sure: false, matches: [...same, ...near, ...byName] };
}
