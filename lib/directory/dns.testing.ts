import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

/** Host -> its TXT records, each in one piece or several; a host with none exists all the same. */
export type Zone = Record<string, (string | string[])[]>;
type Manner = "answers" | "silent" | "garbled" | "failing";

const noName = 3;
const failed = 2;
const txt = 16;

/** A name server on loopback that knows one zone; `zone`, `manner` and when it is `ready` may be changed. */
export async function startNameServer(zone: Zone = {}, port = 0) {
  const socket = createSocket("udp4");
  const state = { zone, manner: "answers" as Manner, asked: [] as string[], ready: Promise.resolve() };
  socket.on("message", async (question, from) => {
    const { name, type, end } = readQuestion(question);
    state.asked.push(name);
    if (state.manner === "silent") return;
    await state.ready;
    const answer = state.manner === "garbled" ? Buffer.from("no packet") : reply(question, name, type, end);
    socket.send(answer, from.port, from.address);
  });

  function reply(question: Buffer, name: string, type: number, end: number) {
    const hosts = Object.keys(state.zone);
    const isKnown = hosts.some((host) => host === name || host.endsWith(`.${name}`));
    const records = type === txt ? (state.zone[name] ?? []) : [];
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(0x8580 | (state.manner === "failing" ? failed : isKnown ? 0 : noName), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(state.manner === "failing" ? 0 : records.length, 6);
    header.writeUInt32BE(0, 8);
    const answers = state.manner === "failing" ? [] : records.map(writeText);
    return Buffer.concat([header, question.subarray(12, end), ...answers]);
  }

  await new Promise<void>((ready) => socket.bind(port, "127.0.0.1", ready));
  const address = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
  return Object.assign(state, {
    address,
    stop: () => new Promise<void>((ended) => socket.close(() => ended())),
  });
}

/** The name that is asked for, small; the type; and where the question ends. */
function readQuestion(packet: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: packet.readUInt16BE(at + 1), end: at + 5 };
}

/** One TXT record of the name in the question. */
function writeText(pieces: string | string[]) {
  const data = Buffer.concat(
    [pieces].flat().flatMap((piece) => {
      const bytes = Buffer.from(piece);
      return [Buffer.from([bytes.length]), bytes];
    }),
  );
  const head = Buffer.from([0xc0, 12, 0, txt, 0, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
