import { expect, it, vi } from "vitest";
import { makePerson, rolledBack } from "@/db/testing";
import { refuseFile } from "./_file-limit";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));

it(
  "a list is taken as a file sixty times an hour by one person, and by others all the same",
  rolledBack(async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const take = ({ id }: { id: string }) => refuseFile({ personId: id });
    for (let n = 0; n < 60; n++) expect(await take(person)).toBeNull();
    const answer = await take(person);
    expect(answer?.status).toBe(429);
    expect(Number(answer?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer?.text()).toMatch(/Try again in \d+ min\./);
    expect(await take(other)).toBeNull();
  }),
);
