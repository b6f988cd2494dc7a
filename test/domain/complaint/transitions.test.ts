import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clockOutcome, dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { StaffCommandName } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import { type Complaint, isOpen, type Status, statuses } from "../../../lib/domain/complaint/document.ts";
import {
  allowedCommands,
  fittingCommands,
  postsFor,
  staffCommandNames,
  transitions,
} from "../../../lib/domain/complaint/transitions.ts";
import type { Post } from "../../../lib/domain/organisation/organisation.ts";
import { transitionDiagram } from "../../docs/transition-diagram.ts";
import { newestClock, running } from "../../support/acts.ts";
import {
  after,
  at,
  contextAt,
  given,
  later,
  lifeOfC,
  plain,
  refusal,
  registered,
  timer,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 24);

/** Written out by hand, so that a change of the table has to be meant: r h s c w f = registered handling solved closed withdrawn referred. */
const table: Record<StaffCommandName, string> = {
  "complete-registration": "r h s",
  "register-and-close": "r→closed",
  correct: "r h s c",
  convert: "r h s",
  urge: "r h s",
  reply: "r h s",
  classify: "r h s",
  judge: "r h s",
  "explain-invalid": "r→resolved h→resolved s→resolved",
  assign: "r→handling h",
  transfer: "h",
  accept: "h",
  "form-team": "r h s",
  investigate: "r h s",
  "report-up": "r h s",
  foresee: "r h s",
  instruct: "r h s",
  consult: "r h s",
  plan: "r h s",
  progress: "r h s",
  "daily-report": "r h s",
  pause: "r h",
  resume: "r h",
  extend: "r h s c w f",
  resolve: "h→resolved",
  "sign-off": "s",
  opinion: "s",
  "follow-up": "s",
  "check-effect": "s",
  review: "s c",
  evidence: "r h s c w f",
  verify: "r h s c w f",
  close: "s→closed",
  reopen: "s→handling c→handling",
  refer: "r→referred h→referred s→referred",
  withdraw: "r→withdrawn h→withdrawn s→withdrawn",
  "link-repeat": "r h s",
  "join-group": "r h s",
  "leave-group": "r h s",
  note: "r h s c",
  statement: "r h s c",
  "send-link": "r h s c",
  "customer-message": "r h s c",
  acknowledge: "r h s c w f",
  "sign-ticket": "r h s",
  "return-ticket": "r→referred h→referred s→referred",
  "object-to-dispatch": "r h s",
  "merge-ticket": "r→referred h→referred s→referred",
  "ask-extension": "r h s",
  "record-extension": "r h s",
  "send-reply-document": "r h s",
  "ticket-returned": "r→handling h→handling s→handling c→handling f→handling",
  "record-ticket-rating": "r h s c w f",
};
const initials: Record<string, Status> = {
  r: "registered",
  h: "handling",
  s: "resolved",
  c: "closed",
  w: "withdrawn",
  f: "referred",
};

const cells = staffCommandNames.flatMap((name) =>
  statuses.map((status) => {
    const entry = table[name].split(" ").find((cell) => initials[cell.slice(0, 1)] === status);
    return { status, name, possible: entry !== undefined, leadsTo: entry?.split("→")[1] ?? status };
  }),
);

function namesIn(status: Status): StaffCommandName[] {
  return cells.filter((cell) => cell.status === status && cell.possible).map(({ name }) => name);
}

/** A complaint of level C in each status with everything on record that closing wants. */
function inStatus(status: Status): Complaint {
  const fired = after(registered(received), { type: "fire-rungs" }, later(received, 20), { by: timer });
  const ready = lifeOfC.slice(0, -1).reduce((complaint, name) => given(complaint, name, now), fired);
  const way: Record<Status, readonly (keyof typeof plain)[]> = {
    registered: [],
    handling: ["assign"],
    resolved: ["assign", "resolve", "sign-off", "follow-up"],
    closed: ["assign", "resolve", "sign-off", "follow-up", "close"],
    withdrawn: ["withdraw"],
    referred: ["refer"],
  };
  return way[status].reduce((complaint, name) => given(complaint, name, now), ready);
}

describe("transition table", () => {
  test("has exactly the cells that are meant", () => {
    const actual = staffCommandNames.flatMap((name) =>
      statuses.map((status) => {
        const possible = transitions[name].from.includes(status);
        return { status, name, possible, leadsTo: (possible ? transitions[name].to : undefined) ?? status };
      }),
    );
    expect(actual).toEqual(cells);
  });

  test("a command that is carried out leads where the table says, one version further", () => {
    for (const { status, name, leadsTo } of cells.filter(({ possible }) => possible)) {
      const ready = inStatus(status);
      const complaint = name === "leave-group" ? after(ready, plain["join-group"](), now) : ready;
      const decision = decide(complaint, plain[name](), contextAt(now));
      const refused = "refused" in decision ? decision.refused : undefined;
      expect([name, refused]).not.toEqual([name, "not-allowed-now"]);
      const next = refused === undefined ? after(complaint, plain[name](), now) : undefined;
      expect([name, status, next?.status ?? leadsTo]).toEqual([name, status, leadsTo]);
      expect((next?.version ?? Infinity) > complaint.version).toBe(true);
    }
  });

  test("a command that is not possible now is refused with what is possible instead", () => {
    for (const { status, name } of cells.filter(({ possible }) => !possible)) {
      const { refused, allowed } = refusal(inStatus(status), plain[name](), now);
      expect([name, status, refused]).toEqual([name, status, "not-allowed-now"]);
      expect(allowed).toEqual(fittingCommands(inStatus(status)));
    }
  });

  test("the API's list of allowed commands is the same table", () => {
    for (const status of statuses) expect(allowedCommands({ status, cycle: 1 })).toEqual(namesIn(status));
  });

  test("offered is what means something for this very complaint: what is not offered is refused or changes nothing", () => {
    for (const status of statuses) {
      const complaint = inStatus(status);
      const offered = fittingCommands(complaint);
      expect(namesIn(status)).toEqual(expect.arrayContaining(offered));
      for (const name of namesIn(status).filter((one) => !offered.includes(one))) {
        const decision = decide(complaint, plain[name](), contextAt(now));
        expect([name, "refused" in decision || decision.drafts.length === 0]).toEqual([name, true]);
      }
    }
    const handled = fittingCommands(inStatus("handling"));
    for (const name of [
      "resume",
      "daily-report",
      "verify",
      "evidence",
      "leave-group",
      "explain-invalid",
    ] as const) {
      expect([name, handled.includes(name)]).toEqual([name, false]);
    }
    expect(fittingCommands(after(inStatus("handling"), plain.pause(), now))).toContain("resume");
  });

  test.each([
    ["region", "handling", ["instruct", "evidence", "verify", "note", "statement", "acknowledge"]],
    ["headquarters", "closed", ["evidence", "verify", "note", "statement", "acknowledge"]],
    [
      "clerk",
      "closed",
      [
        "correct",
        "evidence",
        "note",
        "statement",
        "send-link",
        "customer-message",
        "acknowledge",
        "ticket-returned",
        "record-ticket-rating",
      ],
    ],
    ["project-manager", "withdrawn", ["extend", "evidence", "verify", "acknowledge", "record-ticket-rating"]],
  ] as const)("a %s may, while it is %s: %s", (post: Post, status, expected) => {
    const plan = status === "handling" ? ["plan"] : [];
    expect(allowedCommands({ status, cycle: 1 }, [post]).filter((name) => !plan.includes(name))).toEqual(
      expected,
    );
  });

  test("D11: neither class, level nor validity is asked of the front desk", () => {
    const clerk = allowedCommands({ status: "registered", cycle: 1 }, ["clerk"]);
    expect(clerk).not.toContain("classify");
    expect(clerk).not.toContain("judge");
    expect(clerk).toContain("complete-registration");
  });

  test("D4: the first time the manager may reopen, the second time only the project manager", () => {
    expect(postsFor("reopen", { status: "resolved", cycle: 1 })).toEqual(["manager", "project-manager"]);
    expect(postsFor("reopen", { status: "resolved", cycle: 2 })).toEqual(["project-manager"]);
  });

  test("nobody may do anything without a post", () => {
    for (const status of statuses) expect(allowedCommands({ status, cycle: 1 }, [])).toEqual([]);
  });

  test("docs/transitions.md draws this table: npm run rules", () => {
    expect(readFileSync("docs/transitions.md", "utf8")).toBe(transitionDiagram());
  });
});

describe("closed, withdrawn and referred complaints", () => {
  test.each(["closed", "withdrawn", "referred"] as const)(
    "a %s complaint fires nothing, however late the timer",
    (status) => {
      const complaint = inStatus(status);
      expect(isOpen(complaint)).toBe(false);
      expect(complaint.alarm.at).toBeUndefined();
      const late = contextAt(later(received, 2000), { by: timer });
      expect(decide(complaint, { type: "fire-rungs" }, late)).toEqual({ drafts: [] });
    },
  );

  test("D15: only a corrective action is still watched after closing", () => {
    const complaint = given(inStatus("closed"), "review", now);
    expect(complaint.alarm.at).toBeDefined();
    const verified = after(given(complaint, "evidence", now), plain.verify(), now);
    expect(verified.alarm.at).toBeUndefined();
  });

  test.each(["withdraw", "refer"] as const)(
    "D15: %s ends the complaint, not what its third occurrence has brought to be put right: its owner is reminded, hands in proof, and it is verified",
    (name) => {
      const repeated = after(
        inStatus("handling"),
        { type: "correct-recurrence", complaintIds: [], ownerId: "handler-1" },
        now,
        {
          by: timer,
        },
      );
      const ended = given(repeated, name, now);
      expect(running(ended)).toEqual(["corrective"]);
      const due = dueAt(newestClock(ended, "corrective"));
      const late = after(ended, { type: "fire-rungs" }, later(due, 1), { by: timer });
      expect(late.events.at(-1)?.fact).toMatchObject({
        type: "rungDecided",
        name: "corrective",
        rung: "limit",
      });
      expect(clockOutcome(newestClock(late, "corrective"), later(due, 1), late.endedAt)).toBe("missed");
      expect([...fittingCommands(late)].toSorted()).toEqual(["acknowledge", "evidence", "extend"]);
      const verified = after(given(late, "evidence", later(due, 2)), plain.verify(), later(due, 3));
      expect([running(verified), verified.alarm.at]).toEqual([[], undefined]);
    },
  );

  test.each(["withdrawn", "referred"] as const)("%s: it leaves the tasks at that instant", (status) => {
    const complaint = inStatus(status);
    expect(complaint).toMatchObject({ endedAt: now, ending: status, taskDueAt: at("2026-03-05 18:00") });
  });
});
