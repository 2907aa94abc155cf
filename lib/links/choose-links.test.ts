import { expect, it } from "vitest";
import { makeLink, makeSeller, rolledBack } from "@/db/testing";
import { inSeconds } from "../clock";
import { bulkScene } from "./bulk-scene.testing";
import { countChosen } from "./choose-links";

it(
  "an act that ends or moves links is meant for open ones, a tag for ended ones as well",
  rolledBack(async () => {
    const { partner, seller, client, links } = await bulkScene(2);
    const account = () => makeSeller({ id: seller.organisationId });
    const ended = await makeLink(client, await account(), { unlinkedAt: inSeconds(-60), reason: "other" });
    const lapsed = await makeLink(client, await account(), { expiresAt: inSeconds(-60) });
    const ids = [...links, ended, lapsed].map(({ id }) => id);
    const count = async (act: "tag" | "unlink" | "move") =>
      (await countChosen(partner.organisationId, client.id, act, { links: ids, query: "" })).chosen;
    expect([await count("unlink"), await count("move"), await count("tag")]).toEqual([2, 2, 4]);
  }),
);

it(
  "what was ticked is meant, one as well as many, and nothing of another client",
  rolledBack(async () => {
    const [scene, other] = [await bulkScene(3), await bulkScene(1)];
    const ids = (many: number) => scene.links.slice(0, many).map(({ id }) => id);
    const count = async (links: string[]) =>
      countChosen(scene.partner.organisationId, scene.client.id, "tag", { links, query: "" });
    expect(await count(ids(1))).toEqual({ chosen: 1, needing: 0 });
    expect(await count([...ids(2), ...other.links.map(({ id }) => id)])).toEqual({ chosen: 2, needing: 0 });
  }),
);
