import { beforeEach, expect, test } from "vitest";
import { type Place, Places } from "./places";

let at = 0;
let places: Places;
beforeEach(() => {
  at = 0;
  places = new Places(() => at);
});

const takeAll = () => {
  const taken: Place[] = [];
  for (let place = places.take(); place; place = places.take()) taken.push(place);
  return taken;
};

/** So many tenths of a second in which all places are taken again and again, each for so long. */
function crowd(tenths: number, eachMs: number) {
  for (const end = at + tenths * 100; at < end; ) {
    const inside = takeAll();
    at += eachMs;
    for (const place of inside) places.leave(place);
  }
}

test("two hundred are let in, and one more when one has left", () => {
  const inside = takeAll();
  expect(inside).toHaveLength(200);
  const [first] = inside;
  for (const _ of [1, 2, 3]) places.leave(first);
  expect([places.take(), places.take()]).toEqual([expect.anything(), undefined]);
});

test("when those inside take long and others are sent away, fewer are let in, and never fewer than 32", () => {
  crowd(2, 50);
  expect(takeAll().length).toBeLessThan(200);
});

test("a crowd that stays leaves room for 32, and the next quiet moment for 200 again", () => {
  crowd(20, 50);
  const inside = takeAll();
  expect(inside).toHaveLength(32);
  for (const place of inside) places.leave(place);
  // A tenth of a second in which nobody was sent away, and the first one after it.
  for (const step of [101, 101]) {
    at += step;
    places.leave(places.take());
  }
  expect(takeAll()).toHaveLength(200);
});

test("a crowd that is served soon loses no room", () => {
  crowd(20, 5);
  expect(takeAll()).toHaveLength(200);
});

test("where all takes long on ordinary days too, a crowd that takes no longer loses no room", () => {
  for (let i = 0; i < 20; i++) {
    const inside = [places.take(), places.take()];
    at += 60;
    for (const place of inside) places.leave(place);
  }
  crowd(20, 80);
  expect(takeAll()).toHaveLength(200);
});

test("what was long ago is no reason: room that was lost comes back step by step while all are served soon", () => {
  crowd(20, 50);
  crowd(10, 2);
  const back = takeAll();
  expect(back.length).toBeGreaterThan(32);
  expect(back.length).toBeLessThan(200);
});

test("who only waits, on purpose or for the database, is no reason to let fewer in", () => {
  for (let i = 0; i < 20; i++) {
    const inside = takeAll();
    at += 101;
    for (const place of inside) places.leave(place, "waited");
  }
  takeAll();
  at += 5000;
  expect(places.take()).toBeUndefined();
  expect(takeAll()).toHaveLength(0);
});
