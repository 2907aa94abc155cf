import { basic } from "./basic";
import { command } from "./command";
import { cursorOfList } from "./cursor";
import { form } from "./form";
import { mediaType } from "./media-type";
import { anything, recognised } from "./paste";
import { sellerId } from "./seller-id";
import type { Target } from "./target";

/** Every reader of what strangers send that is held against a model. */
export const targets: Target[] = [
  form,
  basic,
  mediaType,
  sellerId,
  cursorOfList,
  command,
  recognised,
  anything,
];
