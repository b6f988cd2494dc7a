import { describe, expect, test } from "vitest";
import { groupSentence } from "../../../lib/adapters/messages/group-history.ts";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { sentenceOf } from "../../../lib/adapters/messages/sentences.ts";
import { datesIn } from "../../../lib/adapters/messages/when.ts";
import type { NoticeFacts } from "../../../lib/app/ports/notices.ts";
import { ledgerColumns } from "../../../lib/app/reports/content/ledger-columns.ts";
import { fill, problems } from "../../../lib/contracts/problems.ts";
import { channelNames } from "../../../lib/domain/classification/sources.ts";
import { pauseReasons } from "../../../lib/domain/clocks/clock.ts";
import { explainClock } from "../../../lib/domain/clocks/explain.ts";
import { startClock } from "../../../lib/domain/clocks/start.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import * as codes from "../../../lib/domain/complaint/events.ts";
import type { GroupFact } from "../../../lib/domain/groups/events.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { ladders } from "../../../lib/domain/policy/built-in-2-ladders.ts";
import { clockNames } from "../../../lib/domain/policy/policy.ts";
import { type Clause, clauseOf } from "../../../lib/domain/regulations/clause.ts";
import { commandWords } from "../../../lib/domain/words/commands.ts";
import { endingWords } from "../../../lib/domain/words/complaint.ts";
import { missingWords } from "../../../lib/domain/words/duties.ts";
import { at, later, personal, registered, registrationAt, ZONE } from "../../support/builders.ts";
import { everybody, project } from "../../support/organisation.ts";
import { foreignIn, slipsIn, stateOf } from "../../support/plain-words.ts";
import { rulesFor } from "../../support/rules.ts";

const now = at("2026-03-02 10:00");
const rules = rulesFor(ZONE);
const timing = { urgent: false, grave: false, quietExempt: false, notAfter: [] };
const given = { dueAt: later(now, 30) };
const plan = { rungs: [], policyVersion: "built-in-2", calendarVersion: "cn-2026.1" };
const clauses: readonly Clause[] = [
  "D6",
  "D9, D12",
  "D6 default",
  "D4, D8 default",
  "D2",
  "D15",
  "default",
  "external",
  "extension",
  clauseOf("本公司办法第3条"),
];
const limits = [{ dueAt: later(now, 30), provisional: true, clause: "external" as const }];
const rungRules = Object.values(ladders).flat();

/** Every kind of event with every value of every code it carries. */
const facts: readonly codes.Fact[] = [
  ...channelNames.map((channel) => ({ type: "registered" as const, ...registrationAt(now, { channel }) })),
  ...clockNames.flatMap((name): codes.Fact[] => [
    { type: "clockStarted", name, cycle: 1, startedAt: now, limits, ...plan },
    { type: "clockStopped", name, cycle: 1, at: now },
    { type: "clockResumed", name, cycle: 1, at: now, limits, ...plan },
    { type: "clockExtended", name, cycle: 1, dueAt: later(now, 40), approvedBy: "x", limits, ...plan },
    ...codes.retimeCauses.map((cause) => ({
      type: "clockRetimed" as const,
      name,
      cycle: 1,
      cause,
      limits,
      ...plan,
    })),
    ...pauseReasons.map((reason) => ({
      type: "clockPaused" as const,
      name,
      cycle: 1,
      at: now,
      reason,
      approvedBy: "x",
    })),
    ...rungRules.flatMap(({ id, kind, time, posts }) =>
      [[], posts.map((post) => ({ personId: "manager-1", post }))].map((recipients) => ({
        type: "rungDecided" as const,
        name,
        cycle: 1,
        rung: id,
        rule: { kind, time },
        due: now,
        lateBy: 0,
        recipients,
      })),
    ),
  ]),
  { type: "hinted", recipients: [], classCode: "1.2.1", safety: true } as unknown as codes.Fact,
  ...codes.replyVias.flatMap((via): codes.Fact[] => [
    { type: "replied", via },
    { type: "invalidExplained", via },
    { type: "planAgreed", via },
    { type: "resolved", via },
  ]),
  ...codes.recordKinds.map((recordKind) => ({ type: "converted" as const, recordKind, number: "W001" })),
  ...codes.levels.map((level) => ({ type: "classified" as const, classCode: "1.1" as const, level })),
  ...codes.urgencies.map((urgency) => ({ type: "classified" as const, classCode: "1.1" as const, urgency })),
  ...codes.dutyCauses.map((dutyCause) => ({
    type: "classified" as const,
    classCode: "1.1" as const,
    dutyCause,
  })),
  ...codes.causeFactors.map((causeFactor) => ({
    type: "classified" as const,
    classCode: "1.1" as const,
    causeFactor,
  })),
  ...codes.validities.map((validity) => ({ type: "judged" as const, validity, malicious: true })),
  ...codes.handlingSteps.map((step) => ({ type: "stepRecorded" as const, step })),
  ...codes.followUpOutcomes.map((outcome) => ({ type: "followUpAttempted" as const, outcome, grade: 4 })),
  ...codes.groupLevels.map((level) => ({ type: "joinedGroup" as const, groupId: "g", level })),
  ...(Object.keys(endingWords) as codes.Ending[]).map((ending) => ({ type: "closed" as const, ending })),
  { type: "referred" },
  { type: "repeatLinked", complaintId: "c", number: "W001", nth: 2 },
];

const groupFacts: readonly GroupFact[] = [
  ...(["reply", "assign", "resolve", "follow-up", "close", "judge", ...codes.handlingSteps] as const).map(
    (action) => ({
      type: "commandCarriedOut" as const,
      action,
      already: [],
      refused: [],
    }),
  ),
  ...clockNames.map((name) => ({ type: "clockStopped" as const, name, cycle: 1, at: now })),
];

describe("no text for people holds a raw code, a bare D-code or a machine's value", () => {
  test("the check itself finds what once slipped through", () => {
    for (const text of [
      "依据firstReply，owner-appointment、repair-fund",
      "2月25日前，依据D9, D12",
      "72.00000666666666",
      "undefined 天",
      "safety.security",
    ]) {
      expect({ text, slips: slipsIn(text) }).not.toEqual({ text, slips: [] });
    }
    expect(
      slipsIn("依据 D6《物业管理公司用户投诉处理规程》；D6 同上；https://a.example/no-such?x=undefined"),
    ).toEqual([]);
  });

  test("history: every event with every value", () => {
    const names = { people: everybody, project };
    for (const fact of facts) {
      const { zh, en } = sentenceOf(fact, names, datesIn(ZONE, now));
      for (const text of [zh, en])
        expect(stateOf(text.replaceAll(/\b(manager|handler)-1\b/g, ""))).toBe("plain");
      expect(foreignIn(zh.replaceAll("manager-1", ""))).toEqual([]);
    }
    for (const fact of groupFacts) {
      const { zh, en } = groupSentence(fact, ZONE, now);
      for (const text of [zh, en]) expect(stateOf(text)).toBe("plain");
      expect(foreignIn(zh)).toEqual([]);
    }
  });

  test("mails: every clock under every clause", () => {
    const values = { matter: "电梯又停了", name: "王女士", phone: "13812345678", email: "w@mail.example" };
    const sealed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, personal(value)]));
    const complaint = registered(now, { channel: "government" }, sealed);
    for (const clause of clauses) {
      const clocks = clockNames.map((name) => ({
        ...startClock(name, 1, now, timing, rules, given),
        limits: [{ dueAt: later(now, 30), provisional: false, clause }],
      }));
      const mail = acknowledged({ ...complaint, clocks });
      const text = mail.text.replaceAll(/\bw@mail\.example\b/g, "");
      expect(stateOf(text)).toBe("plain");
      expect(text).not.toMatch(/依据 ?(external|extension|default)/);
      for (const clock of clocks) {
        const { zh, en } = explainClock(clock, rules);
        expect(stateOf(zh)).toBe("plain");
        expect(stateOf(en)).toBe("plain");
        expect(foreignIn(zh)).toEqual([]);
      }
    }
  });

  test("refusals: every sentence, with every command and duty that may be named in it", () => {
    const named = { zh: "", en: "" };
    for (const language of ["zh", "en"] as const) {
      named[language] = [...Object.values(commandWords), ...Object.values(missingWords)]
        .map((words) => words[language])
        .join("、");
    }
    for (const { title, detail } of Object.values(problems)) {
      for (const language of ["zh", "en"] as const) {
        expect(stateOf(title[language])).toBe("plain");
        const cited = fill(detail[language], { allowed: named[language], missing: named[language] });
        const slips = slipsIn(cited).filter((slip) => /^D\d|undefined|null/.test(slip));
        expect({ cited, slips }).toEqual({ cited, slips: [] });
      }
    }
  });

  test("the ledger: every kind and every reason for a pause, in words", () => {
    const texts = ledgerColumns.flatMap((column) =>
      column.kind === "text"
        ? codes.recordKinds.map((kind) => column.value({ ...row, kind, pausedFor: [...pauseReasons] }) ?? "")
        : [],
    );
    expect(texts.join()).toContain("待业主约时、待地产维保、待维修资金、待第三方");
    for (const text of texts) {
      expect(stateOf(text)).toBe("plain");
      expect(foreignIn(text)).toEqual([]);
    }
  });
});

const row = {
  number: "466",
  receivedAt: now,
  complainant: null,
  contact: null,
  project: null,
  area: null,
  building: null,
  unit: null,
  room: null,
  source: null,
  class: null,
  matter: null,
  kind: "complaint" as const,
  dueAt: null,
  completedAt: null,
  onTime: false,
  followedUpAt: null,
  gradeOrigin: null,
  grade: null,
  point: null,
  unreachable: false,
  validity: null,
  ending: null,
  pausedHours: null,
  pausedFor: [],
};

function acknowledged(complaint: Complaint) {
  const notice = plannedNotice(
    {
      key: "key",
      subject: { kind: "complaint", id: complaint.registration.id, seq: 1 },
      template: "acknowledgement",
      recipient: { kind: "customer" },
      adapter: "email",
    },
    now,
  );
  const facts: NoticeFacts = {
    notice,
    complaint,
    project,
    people: everybody,
    publicUrl: "https://desk.example",
    now,
  };
  return noticeRenderer.render(facts);
}
