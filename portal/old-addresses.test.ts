import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { acceptOldAddress } from "./old-addresses";

test.each([
  ["/api-credentials/", "/api-credentials"],
  ["/api-credentials/?lang=fr", "/api-credentials?lang=fr"],
  ["/user-guides/api-credentials/", "/user-guides/api-credentials"],
  ["/api-credentials", "/api-credentials"],
  ["/api-credentials//", "/api-credentials//"],
  ["/api-credentials/x", "/api-credentials/x"],
  ["/seller/", "/seller/"],
  ["//api-credentials/", "//api-credentials/"],
  ["/?next=/api-credentials/", "/?next=/api-credentials/"],
])("%s is read as %s", (url, read) => {
  const request = Object.assign(new IncomingMessage(new Socket()), { url });
  acceptOldAddress(request);
  expect(request.url).toBe(read);
});
