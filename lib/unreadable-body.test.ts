import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { whyUnreadable } from "./unreadable-body";

const readForm = (body: string, type = "multipart/form-data; boundary=x") =>
  new Request("http://localhost", { method: "POST", headers: { "content-type": type }, body })
    .formData()
    .catch((error: unknown) => error);

it.each([
  ["empty parts", "--x\r\n\r\n\r\n".repeat(3)],
  ["no end", '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  ["no form", "hello"],
])("knows a form with %s, as the parser says it", async (_, body) => {
  expect(whyUnreadable(await readForm(body))).toEqual(expect.any(String));
});

it("knows a sender who went away, as Node says it", async () => {
  const request = new IncomingMessage(new Socket());
  const failed = new Promise((said) => request.once("error", said));
  request.destroy(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
  expect(whyUnreadable(await failed)).toBe("aborted");
});

it("takes nothing else for it: a failure of ours stays one", () => {
  for (const error of [
    new Error("the database was aborted"),
    new Error("canceling statement due to statement timeout"),
    new TypeError("Cannot read properties of undefined (reading 'Failed to parse body as FormData.')"),
    new RangeError("Maximum call stack size exceeded"),
    "aborted",
    null,
  ])
    expect(whyUnreadable(error)).toBeNull();
});
