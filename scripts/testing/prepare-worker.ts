import { afterAll, inject } from "vitest";
import { leaveDatabases, pointAt, workerDatabase } from "@/db/testing";

pointAt(inject("clusterUrl"), workerDatabase(process.env.VITEST_POOL_ID ?? 1));

afterAll(leaveDatabases);
