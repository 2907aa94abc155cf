import type { AuthenticatedClient } from "@/lib/tokens/authenticate-client";
import type { Answer } from "../answer";
import type { Call } from "../call";
import { refuseToken } from "./answers";
import { proveClient } from "./prove-client";
import { judgeForm, receiveForm } from "./receive-form";

/** A proven client and the token it asks about. */
export type Question = { client: AuthenticatedClient; token: string };

/**
 * What introspection and revocation begin with, in the contract's order: media type, client, duplicates, sizes, token.
 * Which kind of token the sender takes it for (`token_type_hint`) is not needed to know it.
 */
export async function readQuestion(call: Call): Promise<Question | Answer> {
  const form = await receiveForm(call);
  if ("status" in form) return form;
  const client = await proveClient(call, form, false);
  if ("status" in client) return client;
  const fault = judgeForm(form);
  if (fault) return fault;
  const token = form.fields.get("token");
  return token ? { client, token } : refuseToken(400, "invalid_request", "Token not provided.");
}
