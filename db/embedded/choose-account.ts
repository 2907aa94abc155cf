import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

type Ids = { uid: number; gid: number };

/** As whom PostgreSQL runs, and where its binaries and its data lie for that account. */
export type Account = {
  native: string;
  data: string;
  /** Words that go before the command. */
  prefix: string[];
  /** The ids the command is started with; absent: our own. */
  ids?: Ids;
  /** Whom the data must belong to; absent: it is ours anyway. */
  owner?: Ids;
};

const mappedUser = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"];

/**
 * PostgreSQL refuses to run as root. Then: as `nobody`; where that account cannot reach our folders (below a 0700
 * home), as another user of a namespace of its own; where those are forbidden, as `nobody` in a folder of the system.
 */
export function chooseAccount(native: string, wantedData: string): Account {
  const data = existsSync(wantedData) ? realpathSync(wantedData) : wantedData;
  if (process.getuid?.() !== 0) {
    refuseForeign(data);
    return { native, data, prefix: [] };
  }
  const nobody = findNobody();
  if (canWork([], native, dirname(data), nobody))
    return { native, data, prefix: [], ids: nobody, owner: nobody };
  if (canWork(mappedUser, native, dirname(data))) {
    return { native, data, prefix: mappedUser, owner: { uid: 0, gid: 0 } };
  }
  return moveOut(native, wantedData, nobody);
}

/** Gives the cluster to whom it must belong; PostgreSQL refuses data of somebody else. */
export function giveTo(owner: Ids | undefined, path: string) {
  if (!owner || lstatSync(path).uid === owner.uid) return;
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(owner, join(path, name));
  // The folder comes last, so that an interrupted change is taken up again.
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner.uid, owner.gid);
}

function refuseForeign(data: string) {
  const owner = statSync(data, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.getuid?.()) return;
  throw new Error(
    `${data} belongs to another user (uid ${owner}): start as that user, or choose another DATA_DIR`,
  );
}

function findNobody(): Ids {
  const ask = (what: string) =>
    Number(spawnSync("id", [what, "nobody"], { encoding: "utf8" }).stdout || "65534");
  return { uid: ask("-u"), gid: ask("-g") };
}

function canWork(prefix: string[], native: string, folder: string, ids?: Ids) {
  const probe = [
    "/bin/sh",
    "-c",
    'cd "$1" && exec "$2" --version',
    "sh",
    folder,
    join(native, "bin", "postgres"),
  ];
  const [command = "", ...rest] = [...prefix, ...probe];
  return spawnSync(command, rest, { ...ids, cwd: "/", stdio: "ignore" }).status === 0;
}

function moveOut(native: string, wantedData: string, nobody: Ids): Account {
  const name = `seller-portal-${createHash("sha256").update(wantedData).digest("hex").slice(0, 12)}`;
  const home = ["/var/lib", "/var/tmp"].map((folder) => join(folder, name)).find(makeOwn);
  if (!home)
    throw new Error("PostgreSQL cannot run as root here: start as an ordinary user, or set DATABASE_URL");

  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const copied = join(home, `native-${version}`);
  if (!existsSync(copied)) copyWhole(native, copied);
  const data = join(home, "postgres");
  if (!lstatSync(wantedData, { throwIfNoEntry: false })?.isSymbolicLink()) {
    // What lies there then belongs to a data folder that was thrown away.
    rmSync(data, { recursive: true, force: true });
    if (existsSync(wantedData)) {
      copyWhole(wantedData, data);
      renameSync(wantedData, `${wantedData}.moved`);
    }
    // The link says where the data is, also to a later start that could run from here.
    symlinkSync(data, wantedData);
  }
  return { native: copied, data, prefix: [], ids: nobody, owner: nobody };
}

function copyWhole(from: string, to: string) {
  rmSync(`${to}.part`, { recursive: true, force: true });
  cpSync(from, `${to}.part`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${to}.part`, to);
}

/** Makes the folder; false where that is impossible or somebody else's lies there. */
function makeOwn(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    chmodSync(folder, 0o755);
    return lstatSync(folder).isDirectory() && lstatSync(folder).uid === 0;
  } catch {
    return false;
  }
}
