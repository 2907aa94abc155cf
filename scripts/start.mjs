// Runs before anything is installed: nothing here, or in scripts/start/, imports a package.
import { existsSync } from "node:fs";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { auditOnline } from "./start/audit-online.mjs";
import { buildPages } from "./start/build-pages.mjs";
import { bundle } from "./start/bundle.mjs";
import { followNpm } from "./start/follow-npm.mjs";
import { holdData } from "./start/hold-data.mjs";
import { install } from "./start/install.mjs";
import { keepActionsKey } from "./start/keep-actions-key.mjs";
import { Plain } from "./start/step.mjs";
import { writeSbom } from "./start/write-sbom.mjs";

const [command = "start", ...rest] = process.argv.slice(2);

/** @type {Record<string, () => Promise<void>>} */
const commands = {
  async start() {
    holdData();
    await install();
    const pages = choosePages(".next");
    const folder = pages.replace(/^\.next-?/, "") || "start";
    const { supervise } = await load((await bundle(folder))("supervise"));
    await supervise({ folder, build: () => buildPages(pages) });
  },
  async dev() {
    holdData();
    await install();
    Object.assign(process.env, { PORTAL_DEV: "1", NODE_ENV: "development" });
    choosePages(".next-dev");
    const { supervise } = await load((await bundle("dev", true))("supervise"));
    await supervise({ folder: "dev", watch: true });
  },
  async build() {
    holdData();
    await install();
    await bundle("start");
    await buildPages(choosePages(".next"));
  },
  async seed() {
    await install();
    const { seed } = await load((await bundle("seed"))("seed"));
    await seed(rest, "seed");
  },
  async test() {
    await install();
    const { test } = await load((await bundle("test"))("test"));
    await test();
  },
  async bench() {
    await install();
    await load((await bundle("bench"))("bench"));
  },
  async fuzz() {
    await install();
    const { fuzz } = await load((await bundle("fuzz"))("fuzz"));
    if (!fuzz(rest)) process.exitCode = 1;
  },
  async timing() {
    await install();
    // Here, because the product of its own has less patience than a first build takes.
    await buildPages(choosePages(".next"));
    const { timing } = await load((await bundle("timing"))("timing"));
    if (!(await timing(rest))) process.exitCode = 1;
  },
  async mutants() {
    await install();
    const { mutants } = await load((await bundle("mutants"))("mutants"));
    if (!(await mutants(rest))) process.exitCode = 1;
  },
  async chaos() {
    await install();
    const { chaos } = await load((await bundle("chaos"))("chaos"));
    if (!(await chaos(rest))) process.exitCode = 1;
  },
  async "audit:check"() {
    await install();
    const { checkAudit } = await load((await bundle("check-audit"))("check-audit"));
    if (!(await checkAudit(rest))) process.exitCode = 1;
  },
  async "audit:online"() {
    process.exitCode = await auditOnline();
  },
  async sbom() {
    await writeSbom(rest);
  },
  async backup() {
    await install();
    const { backup } = await load((await bundle("backup"))("backup"));
    await backup(rest);
  },
  async restore() {
    await install();
    const { restore } = await load((await bundle("restore"))("restore"));
    await restore(rest);
  },
  async keys() {
    await install();
    const { keys } = await load((await bundle("keys"))("keys"));
    await keys(rest);
  },
  async operator() {
    await install();
    const { operator } = await load((await bundle("operator"))("operator"));
    await operator(rest);
  },
  async rehearse() {
    await install();
    const { rehearse } = await load((await bundle("rehearse"))("rehearse"));
    await rehearse(rest);
  },
};

/** Where Next builds to and serves from; its build and its server must agree on the key of their actions.
 * @param {string} folder */
function choosePages(folder) {
  process.env.NEXT_DIST_DIR ||= folder;
  keepActionsKey();
  return process.env.NEXT_DIST_DIR;
}

/** @param {string} path @returns {Promise<any>} */
function load(path) {
  return import(pathToFileURL(path).href);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Plain(`Node ${process.versions.node} is too old: this needs 20.19 or later (24 recommended).`);
}

try {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
  checkNode();
  followNpm();
  // The tools of a build look for Node by name, and must find this one.
  process.env.PATH = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
  if (existsSync(".env") && command !== "test") process.loadEnvFile(".env");
  const run = commands[command];
  if (!run) throw new Plain(`There is no command ${command}: ${Object.keys(commands).join(", ")}.`);
  await run();
} catch (error) {
  // Bundles carry their own copy of the class.
  if (!(error instanceof Error && "plain" in error)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
