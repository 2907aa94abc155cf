import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Why a body is not the whole, plain text it should be. */
export type Trouble = "cut" | "charset" | "compressed";

type Body = { body: string; cut: boolean; trouble?: Trouble };

const undo = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body to its end or to `cap` bytes, whichever comes first, counted as it came and again once it is
 * uncompressed: a small file that grows without end is cut off as a large one is. Calls `full` where it stops early.
 * Rejects only when the reader itself wants no more.
 */
export function readAnswer(
  incoming: IncomingMessage,
  cap: number,
  signal: AbortSignal,
  full: () => void,
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const encoding = (incoming.headers["content-encoding"] ?? "identity").trim().toLowerCase();
    const chunks: Buffer[] = [];
    let [size, raw, isOver] = [0, 0, false];
    const finish = (cut: boolean, trouble?: Trouble) => {
      if (isOver) return;
      isOver = true;
      const bytes = Buffer.concat(chunks).subarray(0, cap);
      const text = decode(bytes, incoming.headers["content-type"] ?? "", cut || trouble !== undefined);
      const found = trouble ?? (text.isWrong ? "charset" : undefined);
      resolve({ body: text.body, cut, ...(found && { trouble: found }) });
      if (cut) full();
    };
    incoming.on("data", (chunk: Buffer) => {
      raw += chunk.length;
      if (raw > cap && plain !== incoming) finish(true);
    });
    const make = Object.hasOwn(undo, encoding) ? undo[encoding as keyof typeof undo] : null;
    const plain: Readable = make ? pipeline(incoming, make(), () => {}) : incoming;
    plain.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > cap) finish(true);
    });
    plain.on("end", () =>
      finish(false, make || encoding === "identity" || encoding === "" ? undefined : "compressed"),
    );
    const broken = (error: Error & { code?: string }) => {
      if (signal.aborted) return reject(error);
      finish(
        false,
        error.code?.startsWith("Z_") || error.code === "ERR__ERROR_FORMAT" ? "compressed" : "cut",
      );
    };
    plain.on("error", broken);
    if (plain !== incoming) incoming.on("error", broken);
  });
}

/** The text of the bytes in the charset they say they are in, UTF-8 where they say nothing (RFC 8259 8.1). */
function decode(bytes: Buffer, type: string, isPart: boolean) {
  const named = /;\s*charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? "utf-8";
  try {
    // A part may end within a character, and that is no fault of the charset.
    return { body: new TextDecoder(named, { fatal: !isPart }).decode(bytes), isWrong: false };
  } catch {
    return { body: bytes.toString("utf8"), isWrong: true };
  }
}
