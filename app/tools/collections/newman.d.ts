/** As much of newman as the test of our files uses; it brings no types of its own. */
declare module "newman" {
  type Values = { values: { key: string; value: string }[] };
  type Execution = { item: { name: string }; response?: { code: number } };
  export type Summary = {
    environment: { toJSON(): Values };
    run: {
      executions: Execution[];
      failures: { source?: { name: string }; error: Error }[];
      stats: { assertions: { total: number; pending: number; failed: number } };
    };
  };
  type Options = { collection: object; environment: object; folder?: string[] };
  type Done = (error: Error | null, summary: Summary) => void;
  const newman: {
    run(options: Options, done: Done): { on(event: "request", seen: Told): void };
  };
  type Told = (error: Error | null, told: { request?: { url: { toString(): string } } }) => void;
  export default newman;
}
