import { en } from "./en";

/** All sentences of one language. */
export type Text = typeof en;

/** The sentences for this request. One language so far; pages ask here, so that another changes no page. */
export async function text(): Promise<Text> {
  return en;
}
