import type { Words } from "../words/words.ts";
import {
  type ClockName,
  type ClockRule,
  clockNames,
  type Limit,
  type LimitRule,
  type Policy,
  type RungRule,
} from "./policy.ts";

/** Where a policy contradicts itself, and how. */
export interface Contradiction extends Words {
  readonly path: readonly (string | number)[];
}

/** Clocks whose due instant somebody sets; the others are counted. */
const givenClocks: readonly ClockName[] = ["department", "node", "external", "corrective"];

/** Everything in a policy that cannot be meant; empty for one that may be published. */
export function contradictions(policy: Policy): Contradiction[] {
  return [
    ...clockNames.flatMap((name) => ofClock(name, policy)),
    ...Object.entries(policy.ladders).flatMap(([name, ladder]) => ofLadder(name, ladder)),
    ...sharedIds(policy),
    ...ofQuietHours(policy),
    ...ofFollowUp(policy),
  ];
}

function ofClock(name: ClockName, policy: Policy): Contradiction[] {
  const rule: ClockRule = policy.clocks[name];
  const path = ["clocks", name];
  return [
    ...(["limits", "urgentLimits", "graveLimits"] as const).flatMap((field) =>
      ofLimits([...path, field], rule[field] ?? [], givenClocks.includes(name)),
    ),
    ...(["ladder", "urgentLadder"] as const).flatMap((field) => {
      const ladder = rule[field];
      return ladder === undefined || Object.hasOwn(policy.ladders, ladder)
        ? []
        : [{ path: [...path, field], zh: `没有名为“${ladder}”的阶梯`, en: `There is no ladder "${ladder}"` }];
    }),
  ];
}

function ofLimits(path: readonly string[], limits: readonly LimitRule[], isGiven: boolean): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [index, { limit }] of limits.entries()) {
    if ((limit.kind === "given") !== isGiven) {
      found.push({
        path: [...path, index, "limit", "kind"],
        zh: isGiven ? "此时限由人设定，类型须为 given" : "此时限须按时间计算，不能为 given",
        en: isGiven ? "This clock's instant is set by people: given" : "This clock is counted, never given",
      });
    }
    const before = limits[index - 1]?.limit;
    if (before !== undefined && !isLonger(limit, before)) {
      found.push({
        path: [...path, index],
        zh: "后一个时限必须长于前一个",
        en: "A later limit must be longer than the one before",
      });
    }
  }
  return found;
}

/** Limits of different kinds cannot be compared by themselves; the calendar decides. */
function isLonger(limit: Limit, before: Limit): boolean {
  if (limit.kind === "working-days") return before.kind !== "working-days" || limit.days > before.days;
  if (limit.kind === "natural" && before.kind === "natural") return limit.minutes > before.minutes;
  if (limit.kind === "working-time" && before.kind === "working-time") return limit.minutes > before.minutes;
  return limit.kind !== before.kind;
}

function ofLadder(name: string, ladder: readonly RungRule[]): Contradiction[] {
  const found: Contradiction[] = [];
  const ids = new Set<string>();
  for (const [index, rung] of ladder.entries()) {
    const path = ["ladders", name, index];
    if (ids.has(rung.id)) {
      found.push({
        path: [...path, "id"],
        zh: `阶梯中有两个“${rung.id}”`,
        en: `Two rungs are called "${rung.id}"`,
      });
    }
    ids.add(rung.id);
    const before = ladder[index - 1];
    if (before !== undefined && !isAfter(rung, before)) {
      found.push({
        path: [...path, "time"],
        zh: "阶梯次序颠倒或重叠：每一级必须晚于前一级",
        en: "The ladder is out of order or overlaps: every rung must come after the one before",
      });
    }
    if (rung.kind === "reminder" && stage(rung) > 1) {
      found.push({
        path: [...path, "kind"],
        zh: "时限之后的一级是督办，不是提醒",
        en: "A rung after the limit escalates; it does not remind",
      });
    }
    if (rung.kind === "news" && rung.time.kind !== "after-start") {
      found.push({
        path: [...path, "kind"],
        zh: "新到通知按受理后的分钟数安排",
        en: "News comes so many minutes after the start",
      });
    }
  }
  return found;
}

/** Before the limit, at or after it in working time, after it in working days. */
function stage({ time }: RungRule): number {
  switch (time.kind) {
    case "share-of-time":
    case "after-start":
      return 1;
    case "after-limit":
      return 2;
    case "working-days-after-limit":
      return 3;
  }
}

function isAfter(rung: RungRule, before: RungRule): boolean {
  if (stage(rung) !== stage(before)) return stage(rung) > stage(before);
  const [a, b] = [rung.time, before.time];
  if (a.kind === "share-of-time" && b.kind === "share-of-time") return a.percent > b.percent;
  if (a.kind === "after-limit" && b.kind === "after-limit") return a.workingMinutes > b.workingMinutes;
  if (a.kind === "working-days-after-limit" && b.kind === "working-days-after-limit") return a.days > b.days;
  if (a.kind === "after-start" && b.kind === "after-start") {
    // The grave rung and the news stand beside the others: they go to other people for another reason.
    return a.minutes > b.minutes || rung.onlyIf !== before.onlyIf || rung.kind !== before.kind;
  }
  // Minutes after the start come before shares of the whole time.
  return a.kind === "share-of-time";
}

/** The same id means the same rung, whichever ladder: a decided rung is found again by its id. */
function sharedIds({ ladders }: Policy): Contradiction[] {
  const known = new Map<string, string>();
  const found: Contradiction[] = [];
  for (const [name, ladder] of Object.entries(ladders)) {
    for (const [index, rung] of ladder.entries()) {
      const text = JSON.stringify([rung.time, rung.posts, rung.kind, rung.onlyIf, rung.unless, rung.repeat]);
      if ((known.get(rung.id) ?? text) !== text) {
        found.push({
          path: ["ladders", name, index, "id"],
          zh: `另一个阶梯的“${rung.id}”内容不同，请换一个名称`,
          en: `Another ladder's "${rung.id}" says something else; choose another id`,
        });
      }
      known.set(rung.id, text);
    }
  }
  return found;
}

function ofQuietHours({ quietHours: { from, to } }: Policy): Contradiction[] {
  return from === to
    ? [
        {
          path: ["quietHours", "to"],
          zh: "免打扰时段的起止相同",
          en: "The quiet hours end where they begin",
        },
      ]
    : [];
}

function ofFollowUp({ followUp: { attempts, days } }: Policy): Contradiction[] {
  return days > attempts
    ? [
        {
          path: ["followUp", "days"],
          zh: "天数不能多于次数",
          en: "More days than attempts cannot be reached",
        },
      ]
    : [];
}
