import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SnippetLanguage } from "./write-snippet";

const run = promisify(execFile);
const noProxy = "-Dhttp.nonProxyHosts=127.0.0.1";
type Runtime = { file: string; command: string[]; ask: string[] };

/** How each language is run, and what tells whether this machine can. */
const runtimes: Record<SnippetLanguage, Runtime> = {
  curl: { file: "call.sh", command: ["/bin/sh"], ask: ["curl", "--version"] },
  javascript: { file: "call.mjs", command: [process.execPath], ask: [process.execPath, "--version"] },
  python: { file: "call.py", command: ["python3"], ask: ["python3", "-c", "import requests"] },
  php: {
    file: "call.php",
    command: ["php"],
    ask: ["php", "-r", "exit(function_exists('curl_init') ? 0 : 1);"],
  },
  csharp: { file: "Program.cs", command: ["dotnet", "run"], ask: ["dotnet", "run", "--help"] },
  java: {
    file: "FirstCall.java",
    command: ["java", "-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=1", noProxy],
    ask: ["javac", "-version"],
  },
};

/** Whether a snippet of this language can be run here. C# needs a project and is only read. */
export function isRunnable(name: SnippetLanguage) {
  const [command = "", ...words] = runtimes[name].ask;
  return name !== "csharp" && spawnSync(command, words, { stdio: "ignore" }).status === 0;
}

/**
 * Runs a program with the secret in its environment and the machine's path; whatever is not on loopback goes to a
 * proxy that is not there.
 */
export async function runSnippet(name: SnippetLanguage, source: string, secret: string, path: string) {
  const folder = mkdtempSync(join(tmpdir(), "snippet-"));
  const { file, command } = runtimes[name];
  const [program = "", ...words] = command;
  writeFileSync(join(folder, file), source);
  const nowhere = {
    http_proxy: "http://127.0.0.1:1",
    https_proxy: "http://127.0.0.1:1",
    no_proxy: "127.0.0.1",
  };
  const env = { PATH: path, HOME: folder, CLIENT_SECRET: secret, ...nowhere };
  try {
    const options = { cwd: folder, env: env as unknown as NodeJS.ProcessEnv };
    return (await run(program, [...words, file], options)).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
