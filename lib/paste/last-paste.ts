import { lastAnswer } from "../last-refusal";
import type { PasteView } from "./look-into";

/** What this very request looked into, for the page that shows it. */
export const lastPaste = () => (lastAnswer() as PasteView | undefined) ?? null;
