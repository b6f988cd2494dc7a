import { describe, expect, test } from "vitest";
import { allowedTo, answersFor, isForThem } from "../../../lib/domain/complaint/answering.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Level, Registration } from "../../../lib/domain/complaint/events.ts";
import { missingDuties } from "../../../lib/domain/complaint/rules/duties.ts";
import { usualUrgency } from "../../../lib/domain/complaint/rules/levels.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { after, at, given, later, personal, plain, refusal, registered } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 1);
const assigned = { departmentId: "engineering", handlerId: people.handler.id };

describe("D4: the department that solves it accepts and signs", () => {
  test.each<[keyof typeof people, boolean]>([
    ["handler", true],
    ["engineeringHead", true],
    ["serviceHead", false],
    ["dutyHandler", false],
    ["clerk", false],
    ["supervisor", true],
    ["manager", true],
    ["projectManager", true],
    ["region", true],
    ["stranger", false],
  ])("%s: %s", (who, answers) => {
    expect(answersFor(people[who], project, assigned)).toBe(answers);
  });

  test("the named handler, whatever the department; where none is named, any of the department's", () => {
    expect(
      answersFor(people.dutyHandler, project, { departmentId: "engineering", handlerId: "duty-1" }),
    ).toBe(true);
    expect(answersFor(people.handler, project, { departmentId: "engineering" })).toBe(true);
    const colleague: Person = { ...people.handler, id: "handler-2" };
    expect(answersFor(colleague, project, assigned)).toBe(false);
    expect(answersFor(colleague, project, {})).toBe(true);
  });

  test("the head of the department above signs where the one below has none", () => {
    const departments = [...project.departments, { id: "lifts", name: "电梯班", parentId: "engineering" }];
    const below = { departmentId: "lifts" };
    expect(answersFor(people.engineeringHead, { ...project, departments }, below)).toBe(true);
    expect(answersFor(people.serviceHead, { ...project, departments }, below)).toBe(false);
  });

  test("what another department may not do is not offered to it", () => {
    const complaint = after(
      registered(received),
      { type: "assign", departmentId: "engineering", handlerId: "handler-1" },
      now,
    );
    const offered = (person: Person) => allowedTo(complaint, person, project, ["department-head"]);
    // D4: the complained-of department solves it, and nobody else hands it on.
    for (const name of ["accept", "resolve", "transfer"] as const) {
      expect(offered(people.engineeringHead)).toContain(name);
      expect(offered(people.serviceHead)).not.toContain(name);
    }
    expect(offered(people.serviceHead)).toContain("note");
  });

  test("another department's head neither accepts nor signs, but may hand in what the right one has signed", () => {
    const may = (type: "accept" | "sign-off" | "note", person: Person, sheet?: object) =>
      isForThem({ type, ...(sheet === undefined ? {} : { sheet }) }, assigned, person, project);
    expect(may("accept", people.serviceHead)).toBe(false);
    expect(may("sign-off", people.serviceHead)).toBe(false);
    expect(may("sign-off", people.serviceHead, {})).toBe(true);
    expect(may("sign-off", people.engineeringHead)).toBe(true);
    // Whether a clerk may sign at all is another question.
    expect(may("sign-off", people.clerk)).toBe(true);
    expect(may("note", people.serviceHead)).toBe(true);
  });
});

describe("D3: closed at the desk by explanation", () => {
  test.each<[string, Partial<Registration>]>([
    ["the press", { channel: "press" }],
    ["the government", { channel: "government" }],
    ["the government, told by phone", { intake: "government" }],
    ["several people (联名信)", { headcount: 3 }],
    ["danger", { safety: true, urgency: "urgent" }],
  ])("not what comes from or is %s", (_, facts) => {
    expect(refusal(registered(received, facts), plain["register-and-close"](), now).refused).toBe(
      "not-at-the-desk",
    );
  });

  test.each<[Partial<Registration>, string[]]>([
    [{ level: "A", urgency: "important" }, ["report-up", "foresee"]],
    [{ level: "B", urgency: "general" }, ["investigate", "consult"]],
    [{ urgency: "important" }, ["form-team", "testimonies", "consult", "satisfaction-survey"]],
    [{ urgency: "urgent", safety: true }, ["form-team", "satisfaction-survey"]],
  ])("not what is grave, important, urgent or dangerous: %o", (more, missing) => {
    const refused = refusal(registered(received, more), plain["register-and-close"](), now);
    expect(refused.refused).toBe("not-at-the-desk");
    expect(refused.missing).toEqual(expect.arrayContaining(missing));
  });

  test("everything else in one step", () => {
    const closed = after(registered(received, { level: "C" }), plain["register-and-close"](), now);
    expect(closed).toMatchObject({ status: "closed", ending: "at-desk" });
  });
});

describe("how urgent it is unless somebody says otherwise (D13 default)", () => {
  test.each<[boolean, Level | undefined, string]>([
    [true, undefined, "urgent"],
    [true, "A", "urgent"],
    [false, "A", "important"],
    [false, "B", "important"],
    [false, "C", "general"],
    [false, "D", "general"],
    [false, undefined, "general"],
  ])("safety %s, level %s: %s", (safety, level, urgency) => {
    expect(usualUrgency(safety, level)).toBe(urgency);
  });
});

describe("D13: an important complaint", () => {
  const important = registered(received, { urgency: "important" });

  test("wants a team of several departments", () => {
    for (const departmentIds of [undefined, [], ["engineering"], ["engineering", "engineering"]]) {
      const command: Command = {
        type: "form-team",
        text: personal("小组"),
        ...(departmentIds === undefined ? {} : { departmentIds }),
      };
      expect(refusal(important, command, now)).toEqual({
        refused: "team-of-several",
        missing: ["departmentIds"],
      });
    }
    expect(missingDuties(given(important, "form-team", now))).not.toContain("form-team");
  });

  test("wants experts and several testimonies", () => {
    expect(missingDuties(important)).toEqual(["form-team", "testimonies", "consult", "satisfaction-survey"]);
    const heard = given(given(important, "consult", now), "investigate", now);
    expect(missingDuties(heard)).toEqual(["form-team", "satisfaction-survey"]);
  });
});

describe("D4: a customer who is not satisfied", () => {
  const unsatisfied = (cycles: number): Complaint => {
    const ready = (
      ["classify", "judge", "investigate", "consult", "plan", "assign", "resolve", "sign-off"] as const
    ).reduce((complaint, name) => given(complaint, name, now), registered(received));
    const called = after(
      ready,
      { type: "follow-up", outcome: "reached", grade: 2, reason: personal("太慢") },
      now,
    );
    if (cycles === 1) return called;
    const again = (["reopen", "resolve", "sign-off", "check-effect", "review"] as const).reduce(
      (complaint, name) => given(complaint, name, now),
      called,
    );
    return after(again, { type: "follow-up", outcome: "reached", grade: 1, reason: personal("又坏") }, now);
  };
  const close: Command = { type: "close", reason: personal("已多次解释") };

  test("the manager decides whether it is explained and closed, the second time the project manager", () => {
    expect(refusal(unsatisfied(1), close, now, { posts: ["supervisor"] }).refused).toBe("manager-decides");
    expect(after(unsatisfied(1), close, now, { posts: ["manager"] }).ending).toBe("explained");
    expect(refusal(unsatisfied(2), close, now, { posts: ["supervisor", "manager"] }).refused).toBe(
      "project-manager-decides",
    );
    expect(after(unsatisfied(2), close, now, { posts: ["project-manager"] }).ending).toBe("explained");
  });
});

test("D4: where no handler was named, whoever reported the result may not make the follow-up", () => {
  const by = { kind: "person", id: "engineer-9" } as const;
  const open = after(registered(received), { type: "assign", departmentId: "engineering" }, now);
  const resolved = after(open, plain.resolve(), now, { by });
  expect(refusal(resolved, plain["follow-up"](), now, { by }).refused).toBe("follow-up-by-handler");
  expect(after(resolved, plain["follow-up"](), now).firstGrade).toBe(5);
});

test("D9: what the law decides is not closed but referred", () => {
  const unlawful: Command = {
    type: "judge",
    validity: "assisted",
    reason: personal("已起诉"),
    lawful: false,
  };
  const judged = after(given(registered(received), "assign", now), unlawful, now);
  expect(refusal(given(judged, "resolve", now), plain.close(), now).missing).toContain("refer");
  expect(given(judged, "refer", now).status).toBe("referred");
});

test("D2: a plan without time nodes does not answer for the result, however agreed", () => {
  const result = (complaint: Complaint) => complaint.clocks.find(({ name }) => name === "result")?.stoppedAt;
  const agreed = (nodes: { dueAt: string; text: ReturnType<typeof personal> }[]) => {
    const text = personal("更换主板");
    const written = after(registered(received), { type: "plan", act: { kind: "write", text, nodes } }, now);
    const approved = after(written, { type: "plan", act: { kind: "approve" } }, now, {
      by: { kind: "person", id: "manager-1" },
    });
    return after(approved, { type: "plan", act: { kind: "agree", via: "phone" } }, now);
  };
  expect(result(agreed([]))).toBeUndefined();
  expect(result(agreed([{ dueAt: later(received, 48), text: personal("到货") }]))).toBe(now);
});
