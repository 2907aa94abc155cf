import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { judgeAudit, readAudit, splitAudit, tellAudit } from "./start/audit-online.mjs";
import { readSbom } from "./start/write-sbom.mjs";

const read = (path: string) => readFileSync(path, "utf8");
const manifest = JSON.parse(read("package.json"));
const sections = ["dependencies", "devDependencies", "optionalDependencies"] as const;
type Locked = {
  version?: string;
  integrity?: string;
  link?: boolean;
  resolved?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
};
const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(
  read("package-lock.json"),
);
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

it("few packages run here, each with its reason in the README", () => {
  const direct = Object.keys(manifest.dependencies);
  expect(direct.length).toBeLessThanOrEqual(25);
  const [, reasons = ""] = /^Runtime packages: (.*)$/m.exec(read("README.md")) ?? [];
  // "`a`, `b` what for · `c` what for"
  const said = reasons.split(" · ").flatMap((one) => {
    const [names = ""] = /^(`[^`]+`(, )?)+/.exec(one) ?? [];
    const reason = one.slice(names.length).trim();
    return reason.length > 2 ? [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name) : [];
  });
  expect(direct.filter((name) => !said.includes(name))).toEqual([]);
});

it("every version is an exact one", () => {
  const asked = sections.flatMap((section) => Object.entries<string>(manifest[section] ?? {}));
  expect(asked.length).toBeGreaterThan(20);
  const overridden = Object.values<Record<string, string>>(manifest.overrides ?? {}).flatMap((one) =>
    Object.entries(one),
  );
  const loose = [...asked, ...overridden].filter(
    ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|\$[\w@/-]+)$/.test(version),
  );
  expect(loose).toEqual([]);
});

it("the lock file knows the hash of every package, and gets none from elsewhere", () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(locked.length).toBeGreaterThan(100);
  const wrong = locked.filter(
    ([, { integrity = "", link, resolved = "https:" }]) =>
      link || !/^sha512-[\w+/]{86}==$/.test(integrity) || !resolved.startsWith("https:"),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
});

it("no package runs anything while it is being installed, and none wants to that nobody looked at", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  expect(read("scripts/start/install.mjs")).toContain('"ci", "--ignore-scripts"');
  const wanting = new Set(
    locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)),
  );
  const looked = Object.entries<boolean>(manifest.allowScripts);
  expect(looked.map(([name]) => name).sort()).toEqual([...wanting].sort());
  expect(looked.filter(([, isAllowed]) => isAllowed)).toEqual([]);
});

it("the list of what runs is written without a network, and holds every package that runs with its hash", () => {
  const { bomFormat, components, dependencies } = readSbom();
  expect(bomFormat).toBe("CycloneDX");
  const running = locked
    .filter(([, { dev }]) => !dev)
    .map(([path, { version }]) => `${nameOf(path)}@${version}`);
  const listed = components.filter(({ hashes }) => hashes?.length === 1);
  expect(listed.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
    [...new Set(running)].sort(),
  );
  for (const [name, version] of Object.entries(manifest.dependencies))
    expect(running).toContain(`${name}@${version}`);
  expect(running.some((one) => one.startsWith("vitest@"))).toBe(false);
  expect(dependencies.length).toBe(components.length + 1);
});

const found = (severity: string) =>
  JSON.stringify({
    vulnerabilities: {
      left: {
        name: "left",
        severity,
        range: "<2.0.1",
        nodes: ["node_modules/left"],
        via: ["other", { title: "It falls over", url: "https://advisories.example/1" }],
        fixAvailable: { name: "left", version: "2.0.1" },
      },
    },
    metadata: { dependencies: { total: 60 } },
  });
const none = JSON.stringify({ vulnerabilities: {}, metadata: { dependencies: { total: 60 } } });

it("an advisory is told with what mends it, and high ones fail", () => {
  const answer = readAudit(found("high"));
  expect(tellAudit("What runs", answer)).toBe(
    "What runs: 1 high, of 60 packages\n  high     left <2.0.1 (mended by left 2.0.1)\n           It falls over https://advisories.example/1",
  );
  expect(judgeAudit(answer)).toBe(1);
  expect(judgeAudit(readAudit(found("critical")))).toBe(1);
  expect(judgeAudit(readAudit(found("moderate")))).toBe(0);
  expect(judgeAudit(readAudit(none))).toBe(0);
  expect(tellAudit("What runs", readAudit(none))).toBe("What runs: no advisory, of 60 packages");
});

it("what runs is told apart from what only builds and tests, also where a tool uses it too", () => {
  const locked = { "": {}, "node_modules/left": {}, "node_modules/right": { dev: true } };
  const { running, building } = splitAudit(readAudit(found("high")), locked);
  expect([running, building]).toMatchObject([
    { findings: [{ name: "left" }], packages: 1 },
    { findings: [], packages: 1 },
  ]);
  const dev = splitAudit(readAudit(found("high")), { ...locked, "node_modules/left": { dev: true } });
  expect([dev.running, dev.building]).toMatchObject([{ findings: [] }, { findings: [{ name: "left" }] }]);
});

it.each([
  ["", "no answer"],
  ["<html>", "no answer"],
  ["{}", "no answer"],
  [JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 }), "405 Method Not Allowed"],
  [JSON.stringify({ error: { code: "ENOTFOUND", summary: "" } }), "ENOTFOUND"],
])("where the service says %s it was not checked, which is not the same as nothing found", (text, reason) => {
  const answer = readAudit(text);
  expect(tellAudit("What runs", answer)).toBe(`What runs: not checked (${reason})`);
  expect(judgeAudit(answer)).toBe(2);
});
