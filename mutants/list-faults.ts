import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { findMutants, type Mutant } from "./find-mutants";

/** A fault and its number among all of its file. */
export type Fault = Mutant & { file: string; number: number };

/** The faults of a file, in the order of its text; at most so many, and with more of them the same ones again. */
export function listFaults(file: string, most = Number.POSITIVE_INFINITY): Fault[] {
  if (!existsSync(file)) return [];
  const all = findMutants(readFileSync(file, "utf8")).map((one, number) => ({ ...one, file, number }));
  const lot = ({ index, put }: Fault) => createHash("sha1").update(`${file} ${index} ${put}`).digest("hex");
  const drawn = [...all].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, most);
  return all.filter((one) => drawn.includes(one));
}
