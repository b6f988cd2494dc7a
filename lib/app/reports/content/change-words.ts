import type { TaskChange } from "../../../domain/statistics/index.ts";
import { instantAt, millisecondsOf } from "../../../domain/time/instant.ts";
import { localClock } from "../../../domain/time/local-clock.ts";
import { recordKindWords, validityWords } from "../../../domain/words/complaint.ts";
import { wordsFor } from "../../../domain/words/words.ts";

type Change = TaskChange["facts"][number];

/** How a change of a complaint's facts is told to people. */
export interface ChangeWords {
  readonly fact: (fact: Change["fact"]) => string;
  readonly value: (fact: Change["fact"], value: Change["from"]) => string | null;
}

const names: Readonly<Record<string, string>> = {
  receivedAt: "收到时间",
  recordKind: "记录类型",
  estateClass: "统计报表分类",
  validity: "有效性",
  dueAt: "应完成",
  completedAt: "完成",
  endedAt: "撤销/转出/合并",
  firstFollowUpSatisfied: "首次回访满意",
};

/** Local times to the minute, words for codes, 是 and 否. */
export function changeWords(timeZone: string): ChangeWords {
  const clock = localClock(timeZone);
  const minute = (at: string) =>
    instantAt(clock(millisecondsOf(at)))
      .slice(0, 16)
      .replace("T", " ");
  return {
    fact: (fact) => names[fact] ?? fact,
    value: (fact, value) => {
      if (value === null) return null;
      if (typeof value === "boolean") return value ? "是" : "否";
      switch (fact) {
        case "receivedAt":
        case "dueAt":
        case "completedAt":
        case "endedAt":
          return minute(value);
        case "validity":
          return wordsFor(validityWords, value).zh;
        case "recordKind":
          return wordsFor(recordKindWords, value).zh;
        default:
          return value;
      }
    },
  };
}
