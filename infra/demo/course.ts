import type { ClassCode } from "../../lib/domain/classification/classes.ts";
import {
  type HandlingStep,
  type Level,
  levels,
  type RecordKind,
  type ReplyVia,
} from "../../lib/domain/complaint/events.ts";
import { isGrave } from "../../lib/domain/complaint/rules/levels.ts";
import { defined } from "../../lib/domain/present.ts";
import { afterHours, atOpening, hour, iso } from "./hours.ts";
import type { Random } from "./random.ts";
import type { Body, ScriptStep } from "./script.ts";
import type { Staff } from "./staff.ts";
import {
  callNotes,
  causesOf,
  causeTexts,
  dissatisfactions,
  dutyCausesOf,
  explainReason,
  judgeReasons,
  measureTexts,
  reopenReason,
  replyTexts,
  resultTexts,
  stepTexts,
} from "./words.ts";

/** What about a complaint decides how it goes. */
export interface CourseFacts {
  /** When the desk has it: nobody can act before. */
  readonly knownAt: number;
  readonly recordKind: RecordKind;
  readonly urgent: boolean;
  readonly classCode: ClassCode;
  readonly department: string;
  /** Whose work it is, whatever the department is called here. */
  readonly trade: keyof typeof causesOf;
  readonly via: ReplyVia;
  readonly headcount?: number;
  /** The registration is complete as it came. */
  readonly told: boolean;
}

const fates = [
  ["prompt", 88],
  ["late-reply", 5],
  ["late-result", 4],
  ["unresolved", 1.5],
  ["untouched", 1.5],
] as const;
type Fate = (typeof fates)[number][0];

/** What staff do about one complaint, in order of time; mostly in time, some of it late and some never. */
export function course(facts: CourseFacts, staff: Staff, random: Random): ScriptStep[] {
  const fate: Fate = random.weighted(fates);
  if (fate === "untouched") return [];
  const reply = replyStep(facts, staff, fate, random);
  const sorting = sortingSteps(facts, staff, random);
  const early = [reply, ...completion(facts, reply), ...sorting].sort((a, b) => a.at - b.at);
  if (fate === "unresolved") return early;
  const lastEarly = early.at(-1)?.at ?? facts.knownAt;
  const resolve = resolveStep(facts, staff, fate, lastEarly, random);
  if (sorting.some(({ validity }) => validity === "invalid")) {
    const at = afterHours("desk", lastEarly, random.int(10, 50));
    return [...early, ...explained({ ...resolve, at }, staff)];
  }
  // The plan is written when the work is taken on, long before its own limit.
  const worked = handlingSteps(facts, staff, levelIn(sorting), { ...resolve, at: lastEarly }, random);
  const ending = endingSteps(facts, staff, levelIn(sorting), resolve, random);
  // Most are followed up and wait for the papers that closing wants; the month counts them as done all the same.
  // Grave ones are told as cases (D15): of these the lesson and the measures are on record.
  if (random.chance(0.15) || isGrave(levelIn(sorting))) return [...early, ...worked, resolve, ...ending];
  // D11 wants the plan of A and B with its superiors' consent at once.
  const planned = worked.filter(({ command }) => isGrave(levelIn(sorting)) && command === "plan");
  return [...early, ...planned, resolve, ...ending.filter(({ command }) => !papers.includes(command))];
}

/** What only closing needs. */
const papers: readonly ScriptStep["command"][] = ["sign-off", "check-effect", "review", "close"];

function levelIn(sorting: readonly ScriptStep[]): Level | undefined {
  const given = sorting.find(({ command }) => command === "classify")?.body["level"];
  return levels.find((level) => level === given);
}

/** D4: what a mail or a slip did not tell is asked for with the reply; some will not say more. */
function completion({ told }: CourseFacts, reply: ScriptStep): ScriptStep[] {
  return told ? [] : [{ ...reply, command: "complete-registration", body: { withheld: true } }];
}

/** D11: an invalid complaint is explained and needs nothing else. */
function explained({ at, by, body }: ScriptStep, staff: Staff): ScriptStep[] {
  return [
    { at, by, command: "explain-invalid", body },
    { at, by: staff.lead, command: "close", body: {} },
  ];
}

/** What D11 and D13 demand on record before the complaint is closed: the steps of its level and urgency. */
function handlingSteps(
  { urgent, department }: CourseFacts,
  staff: Staff,
  level: Level | undefined,
  { at, by }: ScriptStep,
  random: Random,
): ScriptStep[] {
  const grave = isGrave(level);
  const step = (
    command: HandlingStep | "plan" | "daily-report",
    who: string,
    body: Body = {},
  ): ScriptStep => ({
    at,
    by: who,
    command,
    body: { text: random.pick(stepTexts[command] ?? []), ...body },
  });
  const team = [department, ...[...staff.handlers.keys()].filter((id) => id !== department).slice(0, 1)];
  // D11: a superior approves, for A and B the project manager.
  const superior = grave ? staff.projectManager : staff.manager;
  const approval: ScriptStep = { at, by: superior, command: "plan", body: { act: "approve" } };
  return [
    ...(grave || urgent ? [step("form-team", staff.lead, { departmentIds: team })] : []),
    ...(grave ? [step("report-up", staff.lead), step("foresee", staff.lead, { affected: 40 })] : []),
    ...(level === undefined ? [] : [step("investigate", by, grave ? { testimonies: 2 } : {})]),
    ...(level === undefined ? [] : [step("consult", by)]),
    ...(level === undefined || level === "E" ? [] : [step("plan", by)]),
    ...(grave ? [approval] : []),
    ...(grave ? [step("daily-report", staff.lead, { departmentIds: [department] })] : []),
  ];
}

/** D4: the head signs; of grave complaints the manager checks the effect and holds a review. */
function confirmingSteps(
  staff: Staff,
  level: Level | undefined,
  { at, by }: ScriptStep,
  random: Random,
): ScriptStep[] {
  const grave = isGrave(level);
  const because = random.int(0, causeTexts.length - 1);
  const action = {
    ownerId: by,
    dueAt: iso(at + 20 * 24 * hour),
    cause: causeTexts[because],
    measure: measureTexts[because],
  };
  const say = (command: string) => random.pick(stepTexts[command] ?? []);
  const manager = (command: ScriptStep["command"], body: Body): ScriptStep => ({
    at,
    by: staff.manager,
    command,
    body,
  });
  return [
    manager("sign-off", {}),
    ...(grave ? [manager("check-effect", { effective: true, text: say("check-effect") })] : []),
    ...(grave ? [manager("review", { text: say("review"), actions: [action] })] : []),
  ];
}

function replyStep(facts: CourseFacts, staff: Staff, fate: Fate, random: Random): ScriptStep {
  const { knownAt, urgent, via } = facts;
  const body = { via, text: random.pick(replyTexts) };
  const late = fate === "late-reply";
  if (urgent) {
    const minutes = late ? random.int(38, 95) : random.int(3, 20);
    return { at: knownAt + minutes * 60_000, by: staff.duty, command: "reply", body };
  }
  const at = late
    ? atOpening("desk", knownAt + 24 * hour + random.int(20, 900) * 60_000)
    : afterHours("desk", knownAt, random.int(5, 60));
  return { at, by: random.pick(staff.clerks), command: "reply", body };
}

/** The supervisor classifies, judges and assigns within the hour or two; the class decides the row of D1. */
function sortingSteps(facts: CourseFacts, staff: Staff, random: Random): ScriptStep[] {
  const { knownAt, urgent, classCode, department, trade, recordKind } = facts;
  const first = urgent
    ? knownAt + random.int(26, 36) * 60_000
    : afterHours("desk", knownAt, random.int(15, 110));
  const validity = random.weighted([
    ["valid", 80],
    ["assisted", 12],
    ["invalid", 8],
  ] as const);
  const level = levelOf(facts, random);
  const by = staff.lead;
  const handlerId = staff.handlers.get(department);
  return [
    {
      at: first,
      by,
      command: "classify",
      body: {
        classCode,
        ...defined({ level }),
        ...(recordKind === "complaint"
          ? { causeFactor: random.weighted(causesOf[trade]), dutyCause: random.weighted(dutyCausesOf) }
          : {}),
      },
      classCode,
    },
    {
      at: first,
      by,
      command: "judge",
      body: { validity, reason: random.pick(judgeReasons[validity]) },
      validity,
    },
    {
      at: first,
      by,
      command: "assign",
      body: { departmentId: department, ...defined({ handlerId }) },
    },
    { at: first, by: handlerId ?? by, command: "accept", body: {} },
  ];
}

/** A–C are complaints, D–E opinions; repairs and help have no level. */
function levelOf({ recordKind, headcount }: CourseFacts, random: Random): string | undefined {
  switch (recordKind) {
    case "complaint":
      if (headcount !== undefined && headcount >= 5) return "B";
      return random.chance(0.04) ? "A" : "C";
    case "opinion":
      return "E";
    case "repair":
    case "help":
      return undefined;
  }
}

function resolveStep(
  facts: CourseFacts,
  staff: Staff,
  fate: Fate,
  lastEarly: number,
  random: Random,
): ScriptStep {
  const { knownAt, urgent, via, department } = facts;
  const late = fate === "late-result";
  const at = urgent
    ? Math.max(
        lastEarly + 60_000,
        knownAt + (late ? random.int(25 * 60, 40 * 60) : random.int(70, 1300)) * 60_000,
      )
    : late
      ? afterHours("office", knownAt, random.int(37 * 60, 56 * 60))
      : afterHours("handlers", lastEarly, random.int(20, 150));
  const by = staff.handlers.get(department) ?? staff.lead;
  return { at, by, command: "resolve", body: { via, text: random.pick(resultTexts) } };
}

/** The follow-up (回访) and what comes of it: closed, not reached, explained, or 返单. */
function endingSteps(
  facts: CourseFacts,
  staff: Staff,
  level: Level | undefined,
  resolved: ScriptStep,
  random: Random,
): ScriptStep[] {
  return [
    ...confirmingSteps(staff, level, resolved, random),
    ...followUpSteps(facts, staff, resolved, random),
  ];
}

function followUpSteps(facts: CourseFacts, staff: Staff, resolved: ScriptStep, random: Random): ScriptStep[] {
  const clerk = random.pick(staff.clerks);
  const close = (at: number, by: string, body: Body = {}): ScriptStep => ({ at, by, command: "close", body });
  if (facts.via === "posted") return [close(afterHours("desk", resolved.at, 90), staff.lead)];
  // Who left a mail address only is asked by mail.
  const asked = facts.via === "email" ? { via: "email" } : {};
  const call = (at: number, body: Body): ScriptStep => {
    return { at, by: clerk, command: "follow-up", body: { ...asked, ...body } };
  };
  const firstCall = afterHours("calls", resolved.at, random.int(60, 420));
  const answered = random.weighted([
    ["satisfied", 83],
    ["explained", 8],
    ["reopened", 4],
    ["unreachable", 5],
  ] as const);
  const soon = (at: number) => afterHours("desk", at, random.int(8, 90));
  switch (answered) {
    case "satisfied":
      return [call(firstCall, { outcome: "reached", grade: random.int(4, 5) }), close(firstCall, staff.lead)];
    case "explained":
      return [
        call(firstCall, {
          outcome: "reached",
          grade: random.int(1, 3),
          reason: random.pick(dissatisfactions),
        }),
        close(soon(firstCall), staff.manager, { reason: explainReason }),
      ];
    case "unreachable": {
      const miss = { outcome: "no-answer", reason: callNotes["no-answer"] };
      const second = afterHours("calls", firstCall, 180);
      const third = afterHours("calls", second, 11 * 60);
      return [call(firstCall, miss), call(second, miss), call(third, miss), close(third, staff.lead)];
    }
    case "reopened": {
      const back = soon(firstCall);
      const again = afterHours("handlers", back, random.int(120, 900));
      return [
        call(firstCall, { outcome: "reached", grade: 2, reason: random.pick(dissatisfactions) }),
        { at: back, by: staff.manager, command: "reopen", body: { reason: reopenReason } },
        { ...resolved, at: again },
        call(afterHours("calls", again, 90), { outcome: "reached", grade: 4 }),
      ];
    }
  }
}
