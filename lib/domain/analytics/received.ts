import { toEstateClass } from "../classification/estate.ts";
import { intakes } from "../complaint/events.ts";
import { type Case, hasEnded, receivedInPeriod } from "../statistics/case.ts";
import { epochMs } from "../statistics/instant.ts";
import { intakeWords } from "../words/channels.ts";
import { unjudgedWords, validityWords } from "../words/complaint.ts";
import { labelOf, type Words } from "../words/words.ts";
import { type Dimension, NONE, rowsBy } from "./grouped.ts";
import type { Span } from "./span.ts";
import { type CountColumn, type Task, TOTAL, totalWords, type View } from "./view.ts";

const byIntake: Dimension = {
  keyOf: ({ source }) => source.intake ?? NONE,
  labelOf: (key) => {
    const known = intakes.find((one) => one === key);
    return known === undefined ? { zh: "未定", en: "undecided" } : labelOf(intakeWords[known]);
  },
  listed: intakes,
};

/** 受理 (D14): every complaint received in the period by where it came in, 有效 + 协助处理 + 无效 + 未判定 adding up to it. */
export function receivedView(cases: Iterable<Case>, { options }: Span): View {
  const tasks = receivedInPeriod(cases, options)
    .filter(({ recordKind }) => recordKind === "complaint")
    .map(asTask);
  const column = (key: string, label: Words, holds: (source: Case) => boolean): CountColumn => ({
    key,
    label,
    unit: "count",
    holds: ({ source }) => holds(source),
  });
  const judged = (validity: Case["validity"]) => (source: Case) =>
    source.unjudged !== true && source.validity === validity;
  return {
    columns: [
      column("received", { zh: "受理", en: "received" }, () => true),
      column("valid", validityWords.valid, judged("valid")),
      column("assisted", validityWords.assisted, judged("assisted")),
      column("invalid", validityWords.invalid, judged("invalid")),
      column("unjudged", unjudgedWords, ({ unjudged }) => unjudged === true),
      column(
        "ended",
        {
          zh: "其中撤销、转出、合并（非无效）",
          en: "of these withdrawn, referred, merged (and not invalid)",
        },
        (source) => source.validity !== "invalid" && hasEnded(source, options),
      ),
    ],
    rows: [...rowsBy(tasks, byIntake), { key: TOTAL, label: totalWords, tasks }],
  };
}

/** A record that need not be a task of D1: here it is a row that a number opens. */
export function asTask(source: Case): Task {
  return {
    source,
    estateClass: toEstateClass(source.estateClass),
    received: epochMs(source.receivedAt, "receivedAt"),
    due: epochMs(source.dueAt, "dueAt"),
    completed: source.completedAt === null ? null : epochMs(source.completedAt, "completedAt"),
  };
}
