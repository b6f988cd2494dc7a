import { readFileSync } from "node:fs";
import * as z from "zod";
import { difficult } from "../../corpus/difficult/index.ts";

const folder = new URL("../../corpus/mail/", import.meta.url);

const expectation = z.strictObject({
  from: z.string().nullable(),
  name: z.string().optional(),
  subject: z.string(),
  /** Each stands in the new text, or in the folded one, or must not stand in the new one. */
  text: z.array(z.string()),
  quoted: z.array(z.string()).optional(),
  notext: z.array(z.string()).optional(),
  html: z.boolean().optional(),
  files: z.array(z.string().nullable()).optional(),
  /** "auto", "bounce", "list", separated by commas. */
  flags: z.string().optional(),
  noAnswer: z.boolean().optional(),
  date: z.string().nullable().optional(),
  /** Defects that must be named; an empty list means none may be. */
  defects: z.array(z.string()).optional(),
});

/** One mail of test/corpus with what a person reads in it. */
export type CorpusMail = { name: string; raw: Uint8Array; expected: z.infer<typeof expectation> };

export function loadCorpus(): CorpusMail[] {
  const all = z
    .record(z.string(), expectation)
    .parse(JSON.parse(readFileSync(new URL("expected.json", folder), "utf8")));
  const files = Object.entries(all).map(([name, expected]) => ({
    name,
    expected,
    raw: readFileSync(new URL(`${name}.eml`, folder)),
  }));
  return [...files, ...Object.entries(difficult).map(([name, mail]) => ({ name, ...mail }))];
}
