import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Plain } from "../start/step.mjs";

/** Waits until the process behind this port answers 200 to its health question. Throws after `patienceMs`. */
export async function waitUntilAnswering(name: string, port: number, path: string, patienceMs: number) {
  const deadline = Date.now() + patienceMs;
  while (!(await answers(port, path))) {
    if (Date.now() > deadline) throw new Plain(`The ${name} does not answer on port ${port}.`);
    await sleep(80);
  }
}

function answers(port: number, path: string) {
  return new Promise<boolean>((answer) => {
    const request = get({ host: "127.0.0.1", port, path, timeout: 5000, agent: false }, (response) => {
      response.resume();
      answer(response.statusCode === 200);
    });
    request.once("error", () => answer(false));
    request.once("timeout", () => request.destroy());
  });
}
