const hex = "0123456789abcdef";
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes as text, whatever they are. */
export const toText = (bytes: Uint8Array) => utf8.decode(bytes);

/** A form's encoding undone, byte by byte: plus is a space, and a percent sign that starts no escape stays one. */
export function decodeField(text: string): string {
  const source = Buffer.from(text);
  const bytes: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const [high, low] = [digit(source[at + 1]), digit(source[at + 2])];
    if (source[at] === 0x25 && high >= 0 && low >= 0) {
      bytes.push(high * 16 + low);
      at += 2;
    } else bytes.push(source[at] === 0x2b ? 0x20 : (source[at] ?? 0));
  }
  return toText(Uint8Array.from(bytes));
}

const digit = (code = 0) => (code === 0 ? -1 : hex.indexOf(String.fromCharCode(code).toLowerCase()));
