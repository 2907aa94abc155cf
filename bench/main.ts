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
  const database = await startDatabase();
  try {
    const subjects = await startSubjects(database.settings);
    try {
      const measured = await measureRounds(subjects, rounds);
      console.log(
        table(
          ["", "per CPU-second"],
          measured.map(({ name, perCpuSecond }) => [name, median(perCpuSecond).toFixed(0)]),
        ),
      );
      console.log(rows(measured));
    } finally {
      subjects.stop();
    }
  } finally {
    await database.stop();
  }
}

await main();
