import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadChineseCalendar } from "../../../lib/domain/calendar/index.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import {
  announceDue,
  contestCase,
  MAX_CONTESTS,
  openSubmission,
  reportingDates,
  ruleOnCase,
  writeNarratives,
} from "../../../lib/domain/submissions/decide.ts";
import {
  narrativesOf,
  type Submission,
  statusAt,
  submissionId,
  submissionKey,
} from "../../../lib/domain/submissions/submission.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, personal, ZONE } from "../../support/builders.ts";
import { holding } from "../../support/emergencies.ts";
import { project } from "../../support/organisation.ts";

const calendar = loadChineseCalendar();
const endOfMarch = "2026-03-31T15:59:59.999Z";

function opened(now = at("2026-04-01 02:00"), policy = builtInReportingPolicy): Submission {
  return openSubmission(
    {
      month: "2026-03",
      projectId: project.id,
      timeZone: ZONE,
      policyVersion: "p",
      calendarVersion: "c",
      periodEnd: endOfMarch,
      now,
    },
    calendar,
    policy,
  );
}

const unwrap = (next: Submission | { readonly refused: string }): Submission => {
  if ("refused" in next) throw new Error(next.refused);
  return next;
};

const contested = (submission: Submission, number: string, now = at("2026-04-02 10:00")) =>
  contestCase(
    submission,
    { complaintId: `id-${number}`, number, reason: "not-ours", text: personal("开发商保修"), by: "pm", now },
    holding,
  );

describe("when a month is closed (default: submission by the 3rd working day 18:00, bulletin on the 6th)", () => {
  test.each([
    // Qingming: Saturday 4 to Monday 6 April.
    ["2026-03", endOfMarch, "2026-04-03 18:00", "2026-04-09 18:00"],
    // Spring Festival ends on the 23rd; 28 February is a make-up Saturday but belongs to the period.
    ["2026-02", "2026-02-28T15:59:59.999Z", "2026-03-04 18:00", "2026-03-09 18:00"],
    // National holidays 1–7 October, Saturday the 10th is worked.
    ["2026-09", "2026-09-30T15:59:59.999Z", "2026-10-10 18:00", "2026-10-14 18:00"],
  ])("%s", (_, end, dueAt, bulletinAt) => {
    expect(reportingDates(end, calendar, builtInReportingPolicy)).toEqual({
      dueAt: at(dueAt),
      bulletinAt: at(bulletinAt),
      provisional: false,
    });
  });

  test("a bulletin beyond the published holidays is provisional", () => {
    const dates = reportingDates("2030-12-31T15:59:59.999Z", calendar, builtInReportingPolicy);
    expect(dates.provisional).toBe(true);
  });
});

describe("a submission", () => {
  test("reminds when work begins, on the day before, at the limit and after it; each once, late or not", () => {
    let submission = opened();
    const heard: unknown[] = [];
    for (const now of ["2026-04-01 09:00", "2026-04-02 18:00", "2026-04-03 18:00", "2026-04-07 18:00"]) {
      expect(submission.alarm.at).toBe(at(now));
      submission = announceDue(submission, plusSeconds(at(now), 1), holding);
      submission = announceDue(submission, plusSeconds(at(now), 60), holding);
    }
    for (const { about, recipients } of submission.announcements)
      heard.push([about.kind === "rung" ? about.rung : "", recipients.map(({ personId }) => personId)]);
    expect(heard).toEqual([
      ["opened", ["project-manager-1"]],
      ["day-before", ["project-manager-1"]],
      ["limit", ["project-manager-1", "region-1"]],
      ["plus-1d", ["headquarters-1", "headquarters-2"]],
    ]);
    expect(submission.alarm).toStrictEqual({ epoch: 5 });
  });

  test("is timed by the earliest rung, whatever the policy's order; nothing is armed or handed over yet", () => {
    const policy = { ...builtInReportingPolicy, rungs: builtInReportingPolicy.rungs.toReversed() };
    expect(opened(at("2026-04-01 02:00"), policy)).toMatchObject({
      alarm: { at: at("2026-04-01 09:00"), epoch: 1 },
      armed: { epoch: 0 },
      outbox: [],
    });
  });

  test("what a person writes leaves the timer alone: its epoch rises only with its instant", () => {
    const submission = opened();
    expect(unwrap(contested(submission, "001")).alarm).toEqual(submission.alarm);
  });

  test("a timer that comes days late announces everything that was due, once", () => {
    const late = announceDue(opened(), at("2026-04-20 10:00"), holding);
    expect(late.announcements.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(announceDue(late, at("2026-04-21 10:00"), holding)).toBe(late);
  });

  test("opened late reminds of nothing that is past", () => {
    expect(opened(at("2026-04-01 09:00")).rungs.map(({ id }) => id)).toContain("opened");
    expect(opened(at("2026-04-03 10:00")).rungs.map(({ id }) => id)).toEqual(["limit", "plus-1d"]);
  });

  test("confirmed asks nobody any more; the first confirmation tells whether it was in time", () => {
    const texts = { "culture.stage": personal("已开展"), "top-three.problems": personal("电梯") };
    const confirmed = unwrap(
      writeNarratives(opened(), texts, { confirm: true, by: "pm", now: at("2026-04-03 18:00") }),
    );
    expect(statusAt(confirmed, at("2026-04-30 00:00"))).toBe("confirmed");
    expect(confirmed.alarm).toEqual({ epoch: 2 });
    expect(announceDue(confirmed, at("2026-04-20 10:00"), holding)).toBe(confirmed);
    expect(narrativesOf(confirmed)).toEqual({
      culture: { stage: "已开展" },
      "top-three": { problems: "电梯" },
    });
    const again = { confirm: true, by: "other", now: at("2026-04-08 10:00") };
    const replaced = unwrap(writeNarratives(confirmed, { "culture.effect": personal("好") }, again));
    expect(replaced.confirmed).toEqual({ at: at("2026-04-03 18:00"), by: "pm", late: false });
    expect(narrativesOf(replaced)).toEqual({ culture: { effect: "好" } });
    expect(writeNarratives(confirmed, {}, { ...again, confirm: false })).toEqual({
      refused: "submission-confirmed",
    });
  });

  test("confirmed a second after the limit is late; until then open, after it overdue", () => {
    const now = plusSeconds(at("2026-04-03 18:00"), 1);
    expect(statusAt(opened(), at("2026-04-03 18:00"))).toBe("open");
    expect(statusAt(opened(), now)).toBe("overdue");
    const late = unwrap(
      writeNarratives(opened(), { "culture.stage": personal("已开展") }, { confirm: true, by: "pm", now }),
    );
    expect(statusAt(late, now)).toBe("confirmed-late");
    // Nothing is not a submission.
    expect(writeNarratives(opened(), {}, { confirm: true, by: "pm", now })).toEqual({
      refused: "submission-empty",
    });
  });

  test("version rises with what people write, not with what the timer does; texts of contests stay", () => {
    const fired = announceDue(opened(), at("2026-04-01 09:00"), holding);
    expect([fired.version, fired.revision]).toEqual([1, 2]);
    const withCase = unwrap(contested(fired, "001"));
    const written = unwrap(
      writeNarratives(withCase, {}, { confirm: false, by: "pm", now: at("2026-04-02 11:00") }),
    );
    expect([written.version, written.revision]).toEqual([3, 4]);
    expect(written.personal["contest.001"]?.value).toBe("开发商保修");
  });
});

describe("a contested case", () => {
  test("is told to the region, and the ruling to the project manager; the last ruling counts", () => {
    const ruling = {
      number: "001",
      upheld: true,
      text: personal("属实"),
      by: "region",
      now: at("2026-04-03 10:00"),
    };
    const ruled = unwrap(ruleOnCase(unwrap(contested(opened(), "001")), ruling, holding));
    const again = unwrap(ruleOnCase(ruled, { ...ruling, upheld: false }, holding));
    const words = Object.entries(again.personal).map(([ref, { value }]) => [ref, value]);
    expect(words).toEqual([
      ["contest.001", "开发商保修"],
      ["ruling.001", "属实"],
    ]);
    expect(again.contests).toMatchObject([{ number: "001", ruling: { upheld: false, by: "region" } }]);
    expect(again.announcements.map(({ about, recipients }) => [about.kind, recipients[0]?.personId])).toEqual(
      [
        ["contested", "region-1"],
        ["ruled", "project-manager-1"],
        ["ruled", "project-manager-1"],
      ],
    );
    expect(again.outbox).toEqual([1, 2, 3]);
  });

  test("is ruled on alone: the others still wait", () => {
    const both = unwrap(contested(unwrap(contested(opened(), "001")), "002"));
    const ruling = { number: "002", upheld: true, text: personal("属实"), by: "region", now: both.dueAt };
    expect(
      unwrap(ruleOnCase(both, ruling, holding)).contests.map(({ ruling: given }) => given?.upheld),
    ).toEqual([undefined, true]);
  });

  test("before the bulletin only, once, and not without end", () => {
    const submission = unwrap(contested(opened(), "001", opened().bulletinAt));
    expect(contested(opened(), "001", plusSeconds(opened().bulletinAt, 1))).toEqual({
      refused: "contest-too-late",
    });
    expect(contested(submission, "001")).toEqual({ refused: "contested-already" });
    let full = opened();
    for (let n = 0; n < MAX_CONTESTS; n += 1) full = unwrap(contested(full, `${n}`));
    expect(contested(full, "more")).toEqual({ refused: "too-many-contests" });
    const ruling = { number: "002", upheld: true, text: personal(""), by: "r", now: at("2026-04-03 10:00") };
    expect(ruleOnCase(submission, ruling, holding)).toEqual({ refused: "not-contested" });
  });
});

test("whatever happens in whatever order, each rung is announced at most once and none after the confirmation", () => {
  const step = fc.oneof(
    fc.record({
      hours: fc.integer({ min: 0, max: 60 }),
      what: fc.constantFrom("timer", "write", "confirm", "contest"),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let submission = opened();
      let now = submission.openedAt;
      for (const [index, { hours, what }] of steps.entries()) {
        now = plusSeconds(now, hours * 3600);
        const before = submission;
        const next =
          what === "timer"
            ? announceDue(submission, now, holding)
            : what === "contest"
              ? contested(submission, `${index}`, now)
              : writeNarratives(
                  submission,
                  { "culture.stage": personal("已开展") },
                  { confirm: what === "confirm", by: "pm", now },
                );
        submission = "refused" in next ? submission : next;
        const rungs = submission.announcements.flatMap(({ about }) =>
          about.kind === "rung" ? [about.rung] : [],
        );
        expect(new Set(rungs).size).toBe(rungs.length);
        expect(before.confirmed !== undefined && rungs.length > count(before)).toBe(false);
        expect(submission.alarm.at === undefined || submission.confirmed === undefined).toBe(true);
      }
    }),
  );
});

const count = ({ announcements }: Submission) =>
  announcements.filter(({ about }) => about.kind === "rung").length;

test("an id names month and project, whatever the project is called", () => {
  const key = { month: "2026-03", projectId: "项目.1/2" };
  expect(submissionKey(submissionId(key))).toEqual(key);
});
