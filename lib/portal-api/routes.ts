import { addSecret } from "./add-secret";
import type { ApiAnswer, ApiCall } from "./call";
import { endLink } from "./end-link";
import { addWebhook, listWebhooks, removeWebhook, testWebhook } from "./endpoints";
import { inviteSeller, listInvitations, withdrawInvitation } from "./invitations";
import { listEvents } from "./list-events";
import { findLink, listLinks } from "./list-links";

type Method = "GET" | "POST" | "DELETE";
type Route = Partial<Record<Method, (call: ApiCall) => Promise<ApiAnswer>>>;

/** Every path of the portal API behind `/api/v1`, as its description writes it, with what answers there. */
export const routes: Record<string, Route> = {
  "/links": { GET: listLinks },
  "/links/{sellerId}": { GET: findLink, DELETE: endLink },
  "/events": { GET: listEvents },
  "/invitations": { GET: listInvitations, POST: inviteSeller },
  "/invitations/{id}": { DELETE: withdrawInvitation },
  "/webhooks": { GET: listWebhooks, POST: addWebhook },
  "/webhooks/{id}": { DELETE: removeWebhook },
  "/webhooks/{id}/test": { POST: testWebhook },
  "/clients/self/secrets": { POST: addSecret },
};

const shapes: Record<string, string> = {
  "{sellerId}": "([1-9]\\d{0,11})",
  "{id}": "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
};
const table = Object.entries(routes).map(([path, route]) => ({
  route,
  shape: new RegExp(`^${path.replace(/\{\w+\}/g, (name) => shapes[name] ?? name)}$`),
}));

/** The route of a path, and what the path names. */
export function findRoute(path: string): { route: Route; named: string } | null {
  for (const { route, shape } of table) {
    const match = shape.exec(path);
    if (match) return { route, named: match[1] ?? "" };
  }
  return null;
}
