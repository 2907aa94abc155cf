/** An answer that is saved as a file, and is written while it is read; the last piece ends it. */
export function download(
  pieces: AsyncGenerator<string>,
  name: string,
  type: "text/csv" | "application/json",
) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // Asked for a piece only when the reader has taken the one before.
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
