import type { RequestListener } from "node:http";

/** What must never come back from any of them. */
export const canary = "mps_test_a-canary that must+not/survive&ever";

/** Answers with these very bytes. */
export const answer =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
/** Answers with JSON. */
export const json = (status: number, body: unknown, headers = {}) =>
  answer(status, JSON.stringify(body), { "content-type": "application/json", ...headers });
/** What a token endpoint refuses with. */
export const oauth = (status: number, error: string, error_description = "", headers = {}) =>
  json(status, { error, error_description }, headers);
/** What the API refuses with; its words repeat what was sent. */
export const problem = (status: number, code: string, more = {}, headers = {}) =>
  json(status, { status, code, detail: `said ${canary}`, traceId: "trace-1", ...more }, headers);
/** What a good call answers. */
export const seller = { seller_id: 104512, shop_name: "Maison Lumiere" };
/** A test seller that has none left. */
export const quota = { "retry-after": "12", ratelimit: '"seller";r=0;t=12' };
export const html = { "content-type": "text/html" };
/** Does not answer. */
export const never: RequestListener = () => {};
export const reset: RequestListener = (request) => request.socket.resetAndDestroy();
/** Says that more will come, and hangs up in the middle. */
export const broken: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"seller_id":1,"shop_name":"Mai', () => response.socket?.destroy());
};
export const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
/** Sends these bytes in place of an answer, and hangs up. */
export const bytes =
  (text: string): RequestListener =>
  ({ socket }) =>
    socket.end(text);
export const hints: RequestListener = (_request, response) => {
  const timer = setInterval(() => response.writeEarlyHints({ link: "</a>; rel=preload" }), 20);
  response.on("close", () => clearInterval(timer));
};
export const dripHeaders: RequestListener = ({ socket }) => {
  socket.write("HTTP/1.1 200 OK\r\n");
  const timer = setInterval(() => socket.write("x: y\r\n"), 20);
  socket.on("close", () => clearInterval(timer));
};
export const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
/** Answers with a body that says it is packed so. */
export const zipped = (body: Buffer, encoding: string) =>
  answer(200, body, { "content-type": "application/json", "content-encoding": encoding });
export const soap = '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>';
