import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { hold } from "./hold.mjs";
import { Plain } from "./step.mjs";

/** The data folder, made where it is missing: for nobody's eyes but ours. */
export function dataFolder() {
  const folder = resolve(process.env.DATA_DIR || ".data");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Makes this process the only one that runs on the data folder, or says which one does. */
export function holdData() {
  const folder = dataFolder();
  const holder = hold(join(folder, "lock"));
  if (holder === null) return;
  throw new Plain(
    `The portal already runs on ${folder} (process ${holder}). Stop it first, or set DATA_DIR, PORT and SANDBOX_PORT to run a second one.`,
  );
}
