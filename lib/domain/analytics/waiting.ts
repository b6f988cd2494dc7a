import { epochMs } from "../statistics/instant.ts";
import { clockWords } from "../words/clocks.ts";
import { labelOf, type Words } from "../words/words.ts";
import type { Span } from "./span.ts";
import type { CountColumn, Row, Task, ViewColumn } from "./view.ts";

const DAY = 86_400_000;

/** From how many days since receipt on, and what the band is called (`default`). */
const bands: readonly (readonly [from: number, key: string, zh: string, en: string])[] = [
  [0, "d0", "1天内", "under 1 day"],
  [1, "d1", "1–3天", "1 to 3 days"],
  [3, "d3", "3–7天", "3 to 7 days"],
  [7, "d7", "7–15天", "7 to 15 days"],
  [15, "d15", "15–30天", "15 to 30 days"],
  [30, "d30", "30天及以上", "30 days and more"],
];

/** 积压: how long those not done at the cut-off have been open, in natural days since they were received. */
export function ageColumns({ asOf }: Span): readonly ViewColumn[] {
  const days = ({ received }: Task) => (asOf - received) / DAY;
  const band = ([from, key, zh, en]: (typeof bands)[number], index: number): CountColumn => {
    const to = bands[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return {
      key,
      label: { zh, en },
      unit: "count",
      holds: (task) => from <= days(task) && days(task) < to,
    };
  };
  return [
    { key: "open", label: { zh: "未完成", en: "open" }, unit: "count", holds: () => true },
    ...bands.map(band),
    {
      key: "overdue",
      label: { zh: "其中超期", en: "of these overdue" },
      unit: "count",
      holds: ({ due }) => due < asOf,
    },
    {
      key: "overdueRate",
      label: { zh: "超期占比", en: "share overdue" },
      unit: "rate",
      part: "overdue",
      whole: ["open"],
    },
  ];
}

/** True for what was not done at the cut-off, of whatever period. */
export function isOpenTask({ completed }: Task): boolean {
  return completed === null;
}

/** Clocks whose keeping is counted; 处理结果 is the task's own limit, as in D1 and D8. */
const watched = ["record", "firstReply", "result", "followUp"] as const;
type Watched = (typeof watched)[number];

/** How a clock of a complaint stands at the cut-off: it ran to its end in time or not, or may still do so. */
type Standing = "kept" | "missed" | "waiting";

/** Rows of 时限: the complaints of the period that have such a clock. */
export function clockRows(
  tasks: readonly Task[],
  span: Span,
): { rows: Row[]; columns: readonly ViewColumn[] } {
  const standings = new Map<Task, Standing>();
  const rows = watched.map((name): Row => {
    const own = tasks.flatMap((task): Task[] => {
      const standing = standingOf(name, task, span);
      if (standing === undefined) return [];
      // Of each clock its own object, so that a column can tell which clock is asked for.
      const one = { ...task };
      standings.set(one, standing);
      return [one];
    });
    return { key: name, label: labelOf(clockWords[name]), tasks: own };
  });
  const count = (key: Standing, label: Words): CountColumn => ({
    key,
    label,
    unit: "count",
    holds: (task) => standings.get(task) === key,
  });
  return {
    rows,
    columns: [
      { key: "started", label: { zh: "应守时限", en: "with this limit" }, unit: "count", holds: () => true },
      count("kept", { zh: "按时", en: "kept" }),
      count("missed", { zh: "超时", en: "missed" }),
      count("waiting", { zh: "未到期", en: "not due yet" }),
      {
        key: "complianceRate",
        label: { zh: "时限合规率", en: "compliance" },
        unit: "rate",
        part: "kept",
        whole: ["kept", "missed"],
      },
    ],
  };
}

/** Missed once is missed: a clock of every cycle must have been kept. Undefined where none of that name was started. */
function standingOf(name: Watched, task: Task, { asOf }: Span): Standing | undefined {
  const runs = runsOf(name, task);
  if (runs.length === 0) return undefined;
  const standings = runs.map(({ due, stopped }): Standing => {
    if (stopped !== null && stopped <= asOf) return stopped <= due ? "kept" : "missed";
    return due < asOf ? "missed" : "waiting";
  });
  if (standings.includes("missed")) return "missed";
  return standings.includes("waiting") ? "waiting" : "kept";
}

interface Run {
  readonly due: number;
  readonly stopped: number | null;
}

function runsOf(name: Watched, { source, due, completed }: Task): readonly Run[] {
  switch (name) {
    case "result":
      return [{ due, stopped: completed }];
    case "firstReply":
      return source.reply === undefined ? [] : [runOf(source.reply, source.id)];
    case "record":
    case "followUp":
      return (source.limits ?? [])
        .filter((limit) => limit.name === name)
        .map((limit) => runOf(limit, source.id));
  }
}

function runOf({ dueAt, at }: { readonly dueAt: string; readonly at?: string }, id: string): Run {
  return {
    due: epochMs(dueAt, `limit of ${id}`),
    stopped: at === undefined ? null : epochMs(at, `end of a limit of ${id}`),
  };
}
