import { startDatabase } from "./database";
import { measureRounds } from "./measure-rounds";
import { rows } from "./rows";
import { serve } from "./serve";
import { startSubjects } from "./subjects";
import { median, table } from "./table";

const rounds = 7;

/** Every claim about speed, each as a ratio of two things measured in turns within this one run. */
async function main() {
  if (process.argv[2] === "subject") return serve(process.argv[3] ?? "");
  console.log(
    `machine  ${rounds} rounds, requests per second of the server's own CPU time, Node ${process.version}`,
  );
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => reject(new Error(signal)));
  });
  // A signal while the database starts is noticed as soon as there is something to stop.
  interrupted.catch(() => {
    process.exitCode = 1;
  });
  const database = await startDatabase();
  try {
    await Promise.race([compare(database.settings), interrupted]);
  } catch (error) {
    if (!process.exitCode) throw error;
    console.error("interrupted");
  } finally {
    await database.stop();
  }
}

async function compare(settings: Record<string, string>) {
  const subjects = await startSubjects(settings);
  try {
    const measured = await measureRounds(subjects, rounds);
    const speeds = measured.map(({ name, perCpuSecond }) => [name, median(perCpuSecond).toFixed(0)]);
    console.log(table(["", "per CPU-second"], speeds));
    console.log(rows(measured));
  } finally {
    subjects.stop();
  }
}

await main();
