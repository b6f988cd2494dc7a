import type { Words } from "./words.ts";

/** What a list, a document or a page says in the place of a figure of a period in which nothing was recorded yet. */
export const noData: Words = { zh: "无数据", en: "no data" };
