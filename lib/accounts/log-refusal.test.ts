import { afterEach, expect, it, vi } from "vitest";
import { asVisitor, inOrganisation } from "@/db/client";
import { makeActor, rolledBack, withFormKey } from "@/db/testing";
import { log } from "../log";
import { makeVisitor } from "./act.testing";
import { allow } from "./allow";

afterEach(() => vi.restoreAllMocks());

it(
  "whoever is refused is logged by what they tried and their id, without anything of theirs",
  rolledBack(async () => {
    const lines: unknown[] = [];
    for (const level of ["warn", "info"] as const)
      vi.spyOn(log, level).mockImplementation(
        (line: unknown) => void lines.push({ level, ...(line as object) }),
      );
    const viewer = await makeActor({ role: "viewer" });
    const { personId, organisationId, requestId } = viewer;
    const at = withFormKey(viewer, { act: "add secret" });
    await inOrganisation(viewer, (tx) => allow(tx, at, "add secret"));
    await inOrganisation(viewer, (tx) => allow(tx, at, "delete client"));
    const visitor = makeVisitor("change password");
    await asVisitor((tx) => allow(tx, visitor, "change password"));
    const owner = await makeActor();
    await inOrganisation(owner, (tx) => allow(tx, owner, "add secret"));
    const who = { person: personId, organisation: organisationId, requestId };
    expect(lines).toEqual([
      { level: "warn", act: "add secret", reason: "not_allowed", ...who },
      { level: "warn", act: "delete client", reason: "stale", ...who },
      { level: "info", act: "change password", reason: "sign_in_again", requestId: visitor.requestId },
    ]);
  }),
);
