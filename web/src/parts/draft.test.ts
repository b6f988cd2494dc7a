import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetOldDrafts } from "./draft.ts";

const day = 24 * 3_600_000;
const now = 1_800_000_000_000;
const draft = (at?: number) => JSON.stringify({ value: { phone: "13800000000" }, key: "k", at });

/** A browser's storage: its keys are its own properties, its methods are not. */
class Kept {
  getItem(name: string): string | null {
    return Object.entries(this).find(([key]) => key === name)?.[1] ?? null;
  }
  setItem(name: string, text: string): void {
    Reflect.set(this, name, text);
  }
  removeItem(name: string): void {
    Reflect.deleteProperty(this, name);
  }
}
let kept: Kept;
beforeEach(() => {
  kept = new Kept();
  vi.stubGlobal("localStorage", kept);
});
afterEach(() => vi.unstubAllGlobals());

it("what was begun at a desk and left for two weeks is forgotten, whoever's it was; younger ones and settings stay", () => {
  kept.setItem("jiesu.draft.lake-clerk.new@tab-1", draft(now - 14 * day - 1));
  kept.setItem("jiesu.draft.somebody-else.new@tab-2", draft(now - 30 * day));
  kept.setItem("jiesu.draft.lake-clerk.reply@tab-3", draft(now - 14 * day));
  kept.setItem("jiesu.project", "forest-lake");
  forgetOldDrafts(now);
  expect(Object.keys(kept).toSorted()).toEqual(["jiesu.draft.lake-clerk.reply@tab-3", "jiesu.project"]);
});

it("a draft of a release that kept no time is given two weeks from now", () => {
  kept.setItem("jiesu.draft.lake-clerk.new", draft());
  forgetOldDrafts(now);
  forgetOldDrafts(now + 14 * day);
  expect(JSON.parse(kept.getItem("jiesu.draft.lake-clerk.new") ?? "")).toEqual({
    value: { phone: "13800000000" },
    key: "k",
    at: now,
  });
  forgetOldDrafts(now + 14 * day + 1);
  expect(Object.keys(kept)).toEqual([]);
});
