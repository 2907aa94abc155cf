import { join } from "node:path";
import type { z } from "zod";
import type { Right } from "@/lib/accounts/rights";
import { exported } from "@/lib/actions.testing";
import { listActions, root, type ServerAction } from "./read-build";
import { pagesFolder } from "./start-portal";

/** A server action of the build, the right that its act asks for, and what its form is judged by. */
export type Act = ServerAction & { right: Right; input: z.ZodType };

/** Every server action of the build; throws for one that the sources do not explain. */
export function listActs(): Promise<Act[]> {
  return Promise.all(
    listActions(pagesFolder).map(async (action) => {
      const found = exported.find(({ name, file }) => name === action.name && file === action.file);
      if (!found?.right) throw new Error(`${action.name} asks for no right`);
      const module = (await import(join(root, found.inputSource))) as Record<string, z.ZodType>;
      const input = module[found.input];
      if (!input) throw new Error(`${action.name} takes nothing known`);
      return { ...action, right: found.right, input };
    }),
  );
}
