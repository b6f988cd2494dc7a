import { type ClassCode, estateClassOf } from "../../../lib/domain/classification/classes.ts";
import type { Story } from "../../../lib/domain/narrative/story.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { at } from "../statistics/tasks.ts";

export const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-03 10:00") };

/** A complaint of March as the figures know it. */
export function caseOf(number: string, classCode: ClassCode | undefined, more: Partial<Case> = {}): Case {
  return {
    id: number,
    number,
    projectId: "p1",
    estateClass: estateClassOf(classCode ?? "1.5.1"),
    receivedAt: at("2026-03-05 10:00"),
    dueAt: at("2026-03-10 18:00"),
    completedAt: at("2026-03-06 10:00"),
    validity: "valid",
    firstFollowUpSatisfied: null,
    recordKind: "complaint",
    channel: "phone",
    ...(classCode === undefined ? {} : { classCode }),
    ...more,
  };
}

/** The same in words: an ordinary complaint, done in an hour. */
export function storyOf(number: string, more: Partial<Story> = {}): Story {
  return {
    number,
    receivedAt: at("2026-03-05 10:00"),
    channel: "phone",
    safety: false,
    grouped: false,
    repeated: false,
    reopened: false,
    matter: "示例",
    steps: [],
    worse: [],
    corrective: [],
    hours: 1,
    ...more,
  };
}
