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
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const bin = join(home, "bin");
    await pipeline(
      createReadStream(join(bin, "chromium.br")),
      createBrotliDecompress(),
      createWriteStream(join(part, "chromium")),
    );
    chmodSync(join(part, "chromium"), 0o755);
    for (const name of ["al2023", "fonts", "swiftshader"]) await untar(join(bin, `${name}.tar.br`), part);
    // Whole or not at all; another run may have been faster.
    if (existsSync(folder)) rmSync(part, { recursive: true });
    else renameSync(part, folder);
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

async function untar(archive: string, folder: string) {
  const tar = spawn("tar", ["-xf", "-", "-C", folder, "--no-same-owner"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once("error", reject);
    tar.once("exit", resolve);
  });
  await pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin);
  if ((await ended) !== 0) throw new Error(`${archive} could not be unpacked`);
}
