import { expect, it } from "vitest";
import type { Desk } from "../../e2e/desk.ts";
import { openAtADesk } from "../at-a-desk.ts";
import type { TestBrowser } from "../browser.ts";
import { offlineDay } from "./offline-day.ts";

let desk: Desk;
let browser: TestBrowser;
openAtADesk("2026-09-30T01:00:00.000Z", (opened) => {
  ({ desk, browser } = opened);
});

it("eight hours without signal, 30 actions, photos, the page killed again and again: nothing lost, nothing doubled", async () => {
  const day = { seed: 5, hours: 8, actions: 30, photos: 8, kills: 3, jobs: 6 };
  const outcome = await offlineDay(browser, desk, day);
  expect(outcome).toMatchObject({ lost: [], doubled: [], photosLost: [] });
  // What died before the phone had said that it is kept may be there or not; it is never there twice.
  expect(outcome.kept).toBeGreaterThanOrEqual(day.actions - day.kills);
  expect(outcome.killed).toBeGreaterThanOrEqual(day.kills);
  // Two jobs went to somebody else: what was done on them is asked about, not thrown away.
  expect(outcome.asked).toBeGreaterThan(0);
  expect(desk.failures).toEqual([]);
}, 300_000);
