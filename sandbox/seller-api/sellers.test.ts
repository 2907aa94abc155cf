import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  fetchToken,
  insertTestClient,
  insertTestLink,
  insertTestSeller,
  rawRequest,
  sendRaw,
  startSandbox,
} from "../testing";

const path = "/seller/v2/sellers";
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof insertTestClient>>;
let token = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  client = await insertTestClient("linked-client");
  await insertTestSeller(104512);
  await insertTestSeller(104513);
  await insertTestLink(client, 104512);
  token = await fetchToken(sandbox.origin, client);
});
afterAll(() => sandbox.stop());

const common = {
  "Cache-Control": "no-store",
  Vary: "Authorization, SellerId",
  "X-Content-Type-Options": "nosniff",
};

async function ask(method: string, target: string, headers: string[], body = "") {
  const answer = await sendRaw(sandbox.port, rawRequest(method, target, headers, body));
  const {
    Date: date,
    Connection: _,
    "Content-Length": length,
    "X-Request-Id": requestId,
    ...rest
  } = answer.headers;
  expect(date).toMatch(/ GMT$/);
  if (method !== "HEAD") expect(Number(length)).toBe(Buffer.byteLength(answer.body));
  return {
    status: answer.status,
    headers: rest,
    body: answer.body.replaceAll(requestId ?? "", "<requestId>"),
  };
}

const call = (...headers: string[]) => ask("GET", path, headers);
const bearer = () => `Authorization: Bearer ${token}`;

/** The whole answer for a problem. */
function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
  more: { headers?: Record<string, string>; errors?: object; instance?: string } = {},
) {
  const errors = more.errors ? { errors: more.errors } : {};
  const instance = more.instance ?? path;
  const type = `/guide/errors/${code}`;
  return {
    status,
    headers: { "Content-Type": "application/problem+json", ...common, ...more.headers },
    body: JSON.stringify({ type, title, status, detail, instance, code, traceId: "<requestId>", ...errors }),
  };
}

const challenge = (error?: string) => ({
  "WWW-Authenticate": `Bearer realm="maas"${error ? `, error="${error}"` : ""}`,
});
const invalid = () =>
  problem(401, "token_invalid", "Token invalid", "This is not an access token for this API.", {
    headers: challenge("invalid_token"),
  });
const notGranted = () =>
  problem(
    403,
    "seller_not_granted",
    "Seller not granted",
    "No open link lets this client act for this seller account. Its owner can link the client in the portal.",
  );

describe("a call is refused, to the byte and in order", () => {
  test("unknown routes, whoever asks", async () => {
    const unknown = (instance: string) =>
      problem(404, "not_found", "Not found", "There is no such route.", { instance });
    for (const target of [
      "/",
      "/seller/v2",
      "/seller/v2/sellers/",
      "/seller/v2/Sellers",
      "/seller/v2/x/../sellers",
    ]) {
      expect(await ask("GET", target, [bearer(), "SellerId: 104512"])).toEqual(unknown(target));
    }
    expect(await ask("POST", "/seller/v2/orderz?status=x", [])).toEqual(unknown("/seller/v2/orderz"));
  });

  test.each(["POST", "DELETE", "OPTIONS"])("method %s, before the token", async (method) => {
    const detail = "This route takes other methods; see the Allow header.";
    const expected = problem(405, "method_not_allowed", "Method not allowed", detail, {
      headers: { Allow: "GET, HEAD" },
    });
    expect(await ask(method, path, [])).toEqual(expected);
  });

  test("a token in two places, or in the query", async () => {
    const expected = problem(
      400,
      "invalid_request",
      "Invalid request",
      "Send the token once, in the Authorization header.",
      {
        headers: challenge("invalid_request"),
        errors: { Authorization: ["Send the token once, in this header, and nowhere else."] },
      },
    );
    expect(await call(bearer(), bearer(), "SellerId: 104512")).toEqual(expected);
    expect(await ask("GET", `${path}?access_token=${token}`, [bearer(), "SellerId: 104512"])).toEqual(
      expected,
    );
    expect(await ask("GET", `${path}?access_token=${token}`, ["SellerId: 104512"])).toEqual(expected);
  });

  describe("a token in the header and in a form as well", () => {
    const detail = "Send the token once, in the Authorization header.";
    const expected = problem(400, "invalid_request", "Invalid request", detail, {
      headers: challenge("invalid_request"),
      errors: { Authorization: ["Send the token once, in this header, and nowhere else."] },
    });
    const type = "Content-Type: application/x-www-form-urlencoded";
    const form = () => `x=1&access_token=${token}`;

    test.each(["GET", "HEAD"])(
      "%s, with a length and in chunks, before the token is judged",
      async (method) => {
        const refused = method === "HEAD" ? { ...expected, body: "" } : expected;
        const headers = [bearer(), "SellerId: 104512", type];
        expect(await ask(method, path, headers, form())).toEqual(refused);
        const chunks = `${form().length.toString(16)}\r\n${form()}\r\n0\r\n\r\n`;
        const head = rawRequest(method, path, [...headers, "Transfer-Encoding: chunked"]);
        expect((await sendRaw(sandbox.port, head, chunks)).status).toBe(400);
        const odd = ["Authorization: Bearer x", `${type}; charset=UTF-8`];
        expect(await ask(method, path, odd, "access%5Ftoken=")).toEqual(refused);
      },
    );

    test("alone in a form it is no token at all, and so it is beside other credentials", async () => {
      for (const headers of [[], ["Authorization: Basic YTpi"]]) {
        const answer = await ask("GET", path, [...headers, "SellerId: 104512", type], form());
        expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, "token_missing"]);
      }
    });

    test("in a body that is no form, or in no field of that name, it is not looked for", async () => {
      const plain = await call(bearer(), "SellerId: 104512");
      expect(plain.status).toBe(200);
      const headers = [bearer(), "SellerId: 104512"];
      for (const body of [`access_token_x=${token}`, `x=access_token`, "&&=&"])
        expect(await ask("GET", path, [...headers, type], body)).toEqual(plain);
      for (const other of ["Content-Type: application/json", "X-Nothing: 1"])
        expect(await ask("GET", path, [...headers, other], form())).toEqual(plain);
    });

    test("route, method and size come first; a form that is announced but empty delays nobody", async () => {
      expect((await ask("GET", "/seller/v2/nowhere", [bearer(), type], form())).status).toBe(404);
      expect((await ask("POST", path, [bearer(), type], form())).status).toBe(405);
      const large = rawRequest("GET", path, [bearer(), type, "Content-Length: 1048577"]);
      expect((await sendRaw(sandbox.port, large)).status).toBe(413);
      const started = performance.now();
      expect((await call(bearer(), "SellerId: 104512", type)).status).toBe(200);
      expect((await call(bearer(), "SellerId: 104512", type, "Content-Length: 0")).status).toBe(200);
      // Of a call that is refused without looking, the body is not waited for.
      expect((await call(type, "Content-Length: 9")).status).toBe(401);
      expect(performance.now() - started).toBeLessThan(2000);
    });
  });

  test.each([[], ["Authorization:"], ["Authorization: Bearer"], ["Authorization: Basic YTpi"]])(
    "no token: %s",
    async (...headers) => {
      const detail = "Send an access token: Authorization: Bearer <token>.";
      const expected = problem(401, "token_missing", "Token missing", detail, { headers: challenge() });
      expect(await call(...headers, "SellerId: x")).toEqual(expected);
    },
  );

  test("a bad token comes before a bad SellerId", async () => {
    for (const bad of ["x", "a.b.c", `${token}x`, token.slice(0, -8), `${token} ${token}`, `.${token}`]) {
      expect(await call(`Authorization: Bearer ${bad}`)).toEqual(invalid());
    }
  });

  test("SellerId missing, twice, malformed", async () => {
    const tell = (word: string, title: string, detail: string) =>
      problem(400, `seller_id_${word}`, title, detail, { errors: { SellerId: [`This header is ${word}.`] } });
    const missing = tell(
      "missing",
      "SellerId missing",
      "Say in the SellerId header which seller account you act for.",
    );
    const duplicate = tell("duplicate", "SellerId sent twice", "Send the SellerId header exactly once.");
    const malformed = tell(
      "malformed",
      "SellerId malformed",
      "A SellerId is 1 to 12 digits without a leading zero.",
    );
    expect(await call(bearer())).toEqual(missing);
    expect(await call(bearer(), "SellerId: ")).toEqual(missing);
    expect(await call(bearer(), "SellerId: 104512", "sellerid: 104512")).toEqual(duplicate);
    const crowd = Array.from({ length: 2100 }, () => "a: b");
    expect(await call(bearer(), "SellerId: 104512", ...crowd, "SellerId: 104512")).toEqual(duplicate);
    for (const value of ["0104512", "abc", "1045 12", "-1", "1234567890123", "104512;"]) {
      expect(await call(bearer(), `SellerId: ${value}`)).toEqual(malformed);
    }
  });

  test("no link and no such seller are told alike", async () => {
    expect(await call(bearer(), "SellerId: 104513")).toEqual(notGranted());
    expect(await call(bearer(), "SellerId: 999999999999")).toEqual(notGranted());
  });

  test("an answer nobody accepts, after everything about rights", async () => {
    const html = "Accept: text/html";
    const detail = "This route answers application/json.";
    expect(await call(bearer(), "SellerId: 104512", html)).toEqual(
      problem(406, "not_acceptable", "Not acceptable", detail),
    );
    expect(await call(bearer(), "SellerId: 104513", html)).toEqual(notGranted());
  });

  test("a scenario that does not exist", async () => {
    const detail = "A parameter has a value this route does not know.";
    const expected = problem(400, "invalid_parameter", "Invalid parameter", detail, {
      errors: { "x-scenario": ["There is no such scenario."] },
    });
    expect(await call(bearer(), "SellerId: 104512", "x-scenario: constructor")).toEqual(expected);
  });
});

describe("a call is answered", () => {
  test("with the seller account, in snake_case", async () => {
    const answer = await call(bearer(), "SellerId: 104512");
    expect({ ...answer, body: JSON.parse(answer.body) }).toEqual({
      status: 200,
      headers: { "Content-Type": "application/json", ...common },
      body: expect.objectContaining({
        seller_id: 104512,
        shop_name: "Shop 104512",
        email: "shop-104512@demo.test",
      }),
    });
  });

  test("whatever else real clients send", async () => {
    const plain = await call(bearer(), "SellerId: 104512");
    const odd = [
      "sellerid: 104512",
      "Ocp-Apim-Subscription-Key: ",
      "Content-Type: application/json",
      "Accept: */*",
    ];
    expect(
      await ask("GET", `${path}?order=desc&offset=`, [bearer().replace("Bearer", "bearer"), ...odd]),
    ).toEqual(plain);
    expect(await ask("GET", `http://elsewhere:9${path}`, [bearer(), "SellerId: 104512"])).toEqual(plain);
    expect(await ask("GET", path, [bearer(), "SellerId: 104512"], "a body nobody asked for")).toEqual(plain);
    expect(await ask("GET", path, [bearer(), "SellerId: 104512", "Expect: something"])).toEqual(plain);
    expect(await ask("HEAD", path, [bearer(), "SellerId: 104512"])).toEqual({ ...plain, body: "" });
  });
});
