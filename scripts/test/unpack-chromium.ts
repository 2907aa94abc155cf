import { spawn } from "node:child_process";
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/**
 * Unpacks the Chromium that npm installed, with the libraries and the font a bare system lacks, into our own cache;
 * once per version. Returns how to launch it.
 */
export async function unpackChromium() {
  const home = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))));
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const folder = resolve(".cache", `chromium-${version}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`;
    try {
      await unpack(join(home, "bin"), part);
      renameSync(part, folder);
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      // Another run may have been faster.
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    executablePath: join(folder, "chromium"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "lib"),
      // Its libraries and fonts are for it alone, and only where the system has none of its own.
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: folder }),
    } as Record<string, string>,
  };
}

async function unpack(bin: string, folder: string) {
  mkdirSync(folder, { recursive: true });
  const binary = join(folder, "chromium");
  await pipeline(
    createReadStream(join(bin, "chromium.br")),
    createBrotliDecompress(),
    createWriteStream(binary),
  );
  chmodSync(binary, 0o755);
  for (const name of ["al2023", "fonts", "swiftshader"]) await untar(join(bin, `${name}.tar.br`), folder);
}

async function untar(archive: string, folder: string) {
  const words = ["-xf", "-", "-C", folder, "--no-same-owner"];
  const tar = spawn("tar", words, { stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  tar.stderr.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once("error", reject);
    tar.once("close", resolve);
  });
  // It may leave at the end mark of the archive, before all was written: its own word on success counts.
  const written = pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin).catch(() => {});
  const [code] = await Promise.all([ended, written]);
  if (code !== 0) throw new Error(`${archive} could not be unpacked: ${complaint.trim()}`);
}
