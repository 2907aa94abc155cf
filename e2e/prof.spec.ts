import { test } from "./fixture";
test("prof", async ({ person }) => {
  let t = Date.now(); const lap = (n: string) => { console.log(n, Date.now() - t); t = Date.now(); };
  await person.page.goto("/sign-up"); lap("goto");
  await person.settle(); lap("settle");
  await person.open("/sign-in"); lap("open");
  await person.look(); lap("look");
  await person.open("/"); lap("open");
});
