import type { Attributes } from "../services/dynamodb/values.ts";
import type { Say } from "./known.ts";
import { documentIn, type Json } from "./naive.ts";

/** What a project wrote of a month, as it was answered. */
export interface Submitted {
  readonly stage: string;
  readonly isConfirmed: boolean;
  readonly version: number;
}

/** D7: what a project was told is there stands, unless it was written again since. */
export function checkSubmitted(
  items: Iterable<Attributes>,
  submitted: ReadonlyMap<string, Submitted>,
  say: Say,
): void {
  const found = new Map<string, Json>();
  for (const item of items) {
    const { sk } = item;
    const document =
      sk !== undefined && "S" in sk && sk.S.startsWith("SUBMISSION#") ? documentIn(item) : undefined;
    if (document !== undefined) found.set(`${document.month} ${document.projectId}`, document);
  }
  for (const [key, { stage, isConfirmed, version }] of submitted) {
    const document = found.get(key);
    const texts = Object.values<Json>(document?.personal ?? {}).map(({ value }) => value);
    if (document === undefined || (isConfirmed && document.confirmed === undefined))
      say(
        "what-was-submitted-stands",
        `${key}: confirmed ${isConfirmed}, ${JSON.stringify(document?.confirmed)}`,
      );
    else if (document.version === version && !texts.includes(stage))
      say("what-was-submitted-stands", `${key}: ${texts.join()}, not ${stage}`);
  }
}
