import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findNpm } from "./install.mjs";

/**
 * @typedef {{ name: string, severity: string, range: string, paths: string[], titles: string[], fix: string }} Finding
 * @typedef {{ findings: Finding[], packages: number } | { reason: string }} Answer
 */

const severities = ["critical", "high", "moderate", "low", "info"];
const patienceMs = 120_000;

/**
 * Asks the registry's audit service for published advisories about what is locked here, and prints them: first of what
 * runs, then of what only builds and tests. The exit code: 0 nothing high or critical, 1 something is, 2 not checked,
 * because the service did not answer.
 */
export async function auditOnline() {
  const all = readAudit(askNpm());
  const { running, building } = splitAudit(all, readLocked());
  console.log(tellAudit("What runs", running));
  console.log(tellAudit("What only builds and tests", building));
  return judgeAudit(all);
}

function askNpm() {
  const [command = "npm", ...own] = findNpm();
  const limits = { maxBuffer: 64 * 1024 * 1024, timeout: patienceMs };
  return spawnSync(command, [...own, "audit", "--json"], { encoding: "utf8", ...limits }).stdout ?? "";
}

/**
 * Parts the findings by the lock file. npm's own `--omit=dev` also leaves out what runs here and is used by a tool too.
 * @param {Answer} answer @param {Record<string, { dev?: boolean }>} locked
 */
export function splitAudit(answer, locked) {
  if ("reason" in answer) return { running: answer, building: answer };
  const isRunning = (/** @type {Finding} */ { paths }) => paths.some((path) => locked[path]?.dev !== true);
  const runningPackages = Object.entries(locked).filter(([path, { dev }]) => path && !dev).length;
  return {
    running: { findings: answer.findings.filter(isRunning), packages: runningPackages },
    building: {
      findings: answer.findings.filter((one) => !isRunning(one)),
      packages: Object.keys(locked).length - 1 - runningPackages,
    },
  };
}

/** @returns {Record<string, { version?: string, dev?: boolean }>} */
export function readLocked() {
  return JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
}

/** What `npm audit --json` said: its findings, or why there are none to rely on.
 * @param {string} text @returns {Answer} */
export function readAudit(text) {
  /** @type {any} */
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return { reason: "no answer" };
  }
  if (!said?.vulnerabilities || !said.metadata?.dependencies)
    return { reason: String(said?.message || said?.error?.summary || said?.error?.code || "no answer") };
  const findings = Object.values(said.vulnerabilities).map((/** @type {any} */ one) => ({
    name: one.name,
    severity: one.severity,
    range: one.range ?? "",
    paths: one.nodes ?? [],
    titles: (one.via ?? []).flatMap((/** @type {any} */ via) =>
      typeof via === "string" ? [] : [`${via.title} ${via.url ?? ""}`.trim()],
    ),
    fix: one.fixAvailable?.version ? `${one.fixAvailable.name} ${one.fixAvailable.version}` : "",
  }));
  findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { findings, packages: Number(said.metadata.dependencies.total ?? 0) };
}

/** An answer in words. @param {string} title @param {Answer} answer */
export function tellAudit(title, answer) {
  if ("reason" in answer) return `${title}: not checked (${answer.reason})`;
  const { findings, packages } = answer;
  const counts = severities.map((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count > 0 ? [`${count} ${severity}`] : [];
  });
  const head = `${title}: ${counts.flat().join(", ") || "no advisory"}, of ${packages} packages`;
  const lines = findings.flatMap(({ name, severity, range, titles, fix }) => [
    `  ${severity.padEnd(9)}${name} ${range}${fix ? ` (mended by ${fix})` : ""}`,
    ...titles.map((one) => `           ${one}`),
  ]);
  return [head, ...lines].join("\n");
}

/** The exit code. @param {Answer} answer */
export function judgeAudit(answer) {
  if ("reason" in answer) return 2;
  return answer.findings.some(({ severity }) => severity === "high" || severity === "critical") ? 1 : 0;
}
