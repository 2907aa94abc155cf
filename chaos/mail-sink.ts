import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server on this machine that takes every letter and keeps none. */
export async function startMailSink() {
  let letters = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, taken) {
      stream.resume();
      stream.once("end", () => {
        letters++;
        taken();
      });
    },
  });
  // A worker that is killed leaves in the middle of a word.
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters: () => letters,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
