import { beforeEach, expect, it, vi } from "vitest";
import { makeActor, makeClient, makeSeller, rolledBack } from "@/db/testing";
import type { Viewer } from "@/lib/accounts/find-actor";
import { env } from "@/lib/env";
import { files as written } from "../files";
import { GET } from "./route";

// Cookie and headers are Next's to read; everything behind it is real.
let viewer: Viewer | null = null;
vi.mock("@/lib/accounts/find-actor", () => ({ findActor: async () => viewer }));
vi.mock("@/lib/accounts/find-language", () => ({ findLanguage: async () => "en" }));
beforeEach(() => {
  viewer = null;
});

const get = (file: string, query = "") =>
  GET(new Request(`http://localhost:3000/tools/collections/${file}${query}`), {
    params: Promise.resolve({ file }),
  });
const files = Object.keys(written);

it.each(files)("%s is a download that no cache keeps", async (file) => {
  const answer = await get(file);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${file}"`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

it("any other name is unknown", async () => {
  expect((await get("postman-secret.json")).status).toBe(404);
  expect((await get("constructor")).status).toBe(404);
});

it("a visitor gets placeholders", async () => {
  expect(await (await get("portal.env", "?clientId=somebody-elses")).text()).toBe(
    `CLIENT_ID='your-client-id'\nCLIENT_SECRET=''\nSELLER_ID='98979'\nTOKEN_URL='${env().TOKEN_URL}'\n` +
      `SELLER_API_URL='${env().SELLER_API_URL}'\n`,
  );
});

it(
  "a member gets the own client and seller account that was asked for",
  rolledBack(async () => {
    const { organisationId } = await makeActor();
    viewer = { organisation: { id: organisationId } } as Viewer;
    const { clientId } = await makeClient({ id: organisationId });
    const sellerId = String((await makeSeller({ id: organisationId })).sellerId);
    const answer = await get("postman-environment.json", `?${new URLSearchParams({ clientId, sellerId })}`);
    const { values } = (await answer.json()) as { values: { key: string; value: string }[] };
    expect(Object.fromEntries(values.map(({ key, value }) => [key, value]))).toMatchObject({
      clientId,
      sellerId,
      clientSecret: "",
    });
  }),
);

it("the collections hold the areas that were asked for", async () => {
  const collection = (await (await get("postman-collection.json", "?areas=orders")).json()) as {
    item: { name: string }[];
  };
  expect(collection.item.map(({ name }) => name)).toEqual(["Token", "Seller Info", "Orders management"]);
  expect(await (await get("seller-api.http", "?areas=orders")).text()).not.toContain("/discussions");
  expect(await (await get("bruno-collection.json", "?areas=discussions")).text()).toContain("/discussions");
});
