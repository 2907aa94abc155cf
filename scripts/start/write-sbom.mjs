import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readLocked } from "./audit-online.mjs";
import { findNpm } from "./install.mjs";
import { Plain } from "./step.mjs";

/**
 * @typedef {{ name: string, version: string, "bom-ref": string, hashes?: object[] }} Component
 * @typedef {{ ref: string, dependsOn: string[] }} Dependency
 * @typedef {{ bomFormat: string, specVersion: string, metadata: { component: Component }, components: Component[], dependencies: Dependency[] }} Sbom
 */

/**
 * Writes what runs here, package by package with versions and hashes, as CycloneDX, out of the lock file alone: no
 * network, nothing installed. @param {string[]} words the file to write
 */
export async function writeSbom(words) {
  const [file = ".build/sbom.cdx.json", ...more] = words;
  if (more.length > 0 || file.startsWith("-")) throw new Plain("npm run sbom -- [file]");
  const bom = readSbom();
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`${path}\n  ${bom.components.length} packages that run, ${bom.bomFormat} ${bom.specVersion}`);
}

/**
 * The list itself: npm's of everything, without what only builds and tests. npm's own `--omit=dev` would also leave out
 * what runs here and is used by a tool too.
 * @returns {Sbom}
 */
export function readSbom() {
  const [command = "npm", ...own] = findNpm();
  const words = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only"];
  const made = spawnSync(command, [...own, ...words], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (made.status !== 0) throw new Plain(`npm sbom failed:\n${made.stderr}`);
  /** @type {Sbom} */
  const bom = JSON.parse(made.stdout);
  const running = new Set(
    Object.entries(readLocked()).map(([path, { version, dev }]) => (dev ? "" : `${nameOf(path)}@${version}`)),
  );
  const components = bom.components.filter(({ name, version }) => running.has(`${name}@${version}`));
  const refs = new Set([bom.metadata.component["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return { ...bom, components, dependencies };
}

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
