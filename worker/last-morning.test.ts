import { expect, test } from "vitest";
import { lastMorning } from "./last-morning";

test.each([
  // Winter: Paris is an hour ahead. 20 November 2026 is a Friday.
  ["2026-11-20T06:00:00Z", "2026-11-20T06:00:00Z", "2026-11-16T06:00:00Z"],
  ["2026-11-20T05:59:59Z", "2026-11-19T06:00:00Z", "2026-11-16T06:00:00Z"],
  ["2026-11-20T23:30:00Z", "2026-11-20T06:00:00Z", "2026-11-16T06:00:00Z"],
  // Summer: two hours.
  ["2026-07-14T05:00:00Z", "2026-07-14T05:00:00Z", "2026-07-13T05:00:00Z"],
  ["2026-07-14T04:59:59Z", "2026-07-13T05:00:00Z", "2026-07-13T05:00:00Z"],
  // The nights in which the clocks are moved, Sundays.
  ["2026-03-29T05:00:00Z", "2026-03-29T05:00:00Z", "2026-03-23T06:00:00Z"],
  ["2026-03-29T04:30:00Z", "2026-03-28T06:00:00Z", "2026-03-23T06:00:00Z"],
  ["2026-10-25T06:00:00Z", "2026-10-25T06:00:00Z", "2026-10-19T05:00:00Z"],
  ["2026-10-25T05:30:00Z", "2026-10-24T05:00:00Z", "2026-10-19T05:00:00Z"],
  // The first Monday morning after, and the minute before it.
  ["2026-10-26T06:00:00Z", "2026-10-26T06:00:00Z", "2026-10-26T06:00:00Z"],
  ["2026-10-26T05:59:00Z", "2026-10-25T06:00:00Z", "2026-10-19T05:00:00Z"],
  // Over the turn of a year.
  ["2027-01-01T00:00:00Z", "2026-12-31T06:00:00Z", "2026-12-28T06:00:00Z"],
])("at %s the last morning was %s, the last Monday's %s", (at, daily, weekly) => {
  expect(lastMorning(new Date(at), "daily")).toEqual(new Date(daily));
  expect(lastMorning(new Date(at), "weekly")).toEqual(new Date(weekly));
});
