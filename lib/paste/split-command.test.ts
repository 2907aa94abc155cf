import { expect, it } from "vitest";
import { splitCommand } from "./split-command";

it.each([
  ["-X POST https://a.test", ["-X", "POST", "https://a.test"]],
  [`-H 'a: b c' -d "x=\\"1\\" $Y"`, ["-H", "a: b c", "-d", 'x="1" $Y']],
  ["-d a=1 \\\n  -d b=2\nls", ["-d", "a=1", "-d", "b=2"]],
  ["-d a=1 \\\r\n  -d b=2", ["-d", "a=1", "-d", "b=2"]],
  ["-d a=1 ^\n  -d b=2", ["-d", "a=1", "-d", "b=2"]],
  ["-d a=1 `\n  -d b=2", ["-d", "a=1", "-d", "b=2"]],
  ["-s https://a.test | jq .", ["-s", "https://a.test"]],
  ["-s https://a.test?x=1&y=2", ["-s", "https://a.test?x=1"]],
  [`-d '' x\\ y`, ["-d", "", "x y"]],
  ["-d 'never closed", ["-d", "never closed"]],
  ["", []],
])("%j is split as a shell would", (text, words) => expect(splitCommand(text)).toEqual(words));
