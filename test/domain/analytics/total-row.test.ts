import { expect, test } from "vitest";
import { apart, TOTAL, totalWords, type View } from "../../../lib/domain/analytics/view.ts";

test("a platform that is called total has a row of its own, beside the row of all", () => {
  const row = (key: string, label = { zh: key, en: key }) => ({ key, label, tasks: [] });
  const view: View = {
    columns: [],
    rows: [row("total"), row("=total"), row("12345"), row(TOTAL, totalWords)],
  };
  const keys = apart(view).rows.map(({ key }) => key);
  expect(keys).toEqual(["=total", "==total", "12345", TOTAL]);
  expect(new Set(keys).size).toBe(4);
});
