import { mostPictureBytes as mostFileBytes, rewritePicture } from "../picture";
import type { FieldCode } from "../result";
import { cleanText } from "./clean-text";

/** A file as it is kept: plain text without secrets, or a picture that we wrote anew. */
export type NewAttachment = { name: string; isPicture: boolean; bytes: Buffer };

type Read = { ok: true; files: NewAttachment[]; cleaned: boolean } | { ok: false; code: FieldCode };

const pictureWidth = 1600;
const textNames = /\.(txt|log|csv|json|md)$/i;
/** How files of other kinds begin, or markup that a browser might run, though they read as text. */
const otherKinds = /^\s*(?:<[a-z!?/]|GIF8|MZ|#!|\{\\rtf|PK)|%PDF-/i;

/** Reads the files of a message, all or none: the first that is neither plain text nor a picture refuses them. */
export async function readAttachments(sent: File[]): Promise<Read> {
  const files: NewAttachment[] = [];
  let cleaned = false;
  for (const file of sent) {
    if (file.size > mostFileBytes) return { ok: false, code: "file_big" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = cleanText(plainName(file.name));
    const text = textNames.test(file.name) ? readText(bytes) : null;
    if (text) {
      if (!text.ok) return text;
      files.push({ name: name.text, isPicture: false, bytes: Buffer.from(text.text) });
      cleaned ||= text.cleaned;
    } else {
      const picture = await rewritePicture(bytes, { width: pictureWidth });
      if (!picture.ok) return picture;
      const named = name.text.replace(/\.\w{1,5}$/, "");
      files.push({ name: `${named || "picture"}.webp`, isPicture: true, bytes: picture.bytes });
    }
    cleaned ||= name.cleaned;
  }
  return { ok: true, files, cleaned };
}

/** The last part of a file's name, in signs that a name may have everywhere. */
function plainName(name: string) {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[^\p{L}\p{N} ._()-]/gu, "_").replace(/^[. ]+/, "");
  // The end says what kind it is.
  return plain.length > 80 ? plain.slice(0, 60) + plain.slice(-20) : plain;
}

function readText(bytes: Uint8Array) {
  if (bytes.length === 0) return { ok: false, code: "file_empty" } as const;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: "file_encoding" } as const;
  }
  const begins = text.slice(0, 1024);
  // Text has no control characters but these; what has is some other kind of file.
  if (otherKinds.test(begins) || /[^\P{Cc}\n\r\t\f]/u.test(text))
    return { ok: false, code: "file_type" } as const;
  return { ok: true, ...cleanText(text) } as const;
}
