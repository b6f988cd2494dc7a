import { describe, expect, test } from "vitest";
import { clockOutcome, dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Level } from "../../../lib/domain/complaint/events.ts";
import { isSamePerson } from "../../../lib/domain/complaint/rules/two-people.ts";
import { posts } from "../../../lib/domain/organisation/organisation.ts";
import {
  factsSince,
  manager,
  newestClock,
  person,
  running,
  toldSince,
  typesSince,
} from "../../support/acts.ts";
import {
  after,
  at,
  contextAt,
  later,
  personal,
  plain,
  refusal,
  registered,
  resolved,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const writtenAt = later(received, 2);
const first = later(received, 30);
const second = later(received, 50);
const approve: Command = { type: "plan", act: { kind: "approve" } };
const agree: Command = { type: "plan", act: { kind: "agree", via: "visit" } };

function levelled(level: Level): Command {
  return { type: "classify", classCode: "1.2", level };
}

function write(...nodes: readonly string[]): Command {
  const planned = nodes.map((dueAt, index) => ({ dueAt, text: personal(`节点${index + 1}`) }));
  return { type: "plan", act: { kind: "write", text: personal("更换主板"), nodes: planned } };
}

const handled = () =>
  after(
    after(registered(received), plain.assign(), later(received, 1)),
    plain.classify(),
    later(received, 1),
  );
const written = () => after(handled(), write(first, second), writtenAt);

function inForce(complaint: Complaint, now = later(writtenAt, 2)): Complaint {
  return after(after(complaint, approve, later(writtenAt, 1), manager), agree, now);
}

/** The node clocks with what became of them. */
function nodesOf({ clocks }: Complaint, now = later(writtenAt, 8)): unknown[][] {
  return clocks.flatMap((clock) => (clock.name === "node" ? [[clock.key, clockOutcome(clock, now)]] : []));
}

describe("the written plan (D2, D9)", () => {
  test("holds the solution and its time nodes; writing it ends the wait for it", () => {
    expect(running(handled())).toContain("plan");
    expect(factsSince(handled(), written())).toMatchObject([
      {
        type: "planWritten",
        nodes: [
          { id: "n1", dueAt: first },
          { id: "n2", dueAt: second },
        ],
      },
      { type: "clockStopped", name: "plan", at: writtenAt },
    ]);
    expect(toldSince(handled(), written())).toEqual({
      text: "更换主板",
      "node.n1": "节点1",
      "node.n2": "节点2",
    });
    expect(written().plan).toMatchObject({ by: { id: "supervisor-1" }, writtenAt });
  });

  test("D2: a time node lies ahead", () => {
    for (const node of [writtenAt, later(writtenAt, -1)]) {
      expect(refusal(handled(), write(second, node), writtenAt)).toEqual({ refused: "node-in-the-past" });
    }
  });

  test("D2: nothing is watched before the plan is both approved and agreed, in either order", () => {
    const approved = after(written(), approve, later(writtenAt, 1), manager);
    const agreed = after(written(), agree, later(writtenAt, 1));
    for (const half of [approved, agreed]) expect(running(half)).not.toContain("node");
    for (const whole of [
      after(approved, agree, later(writtenAt, 2)),
      after(agreed, approve, later(writtenAt, 2), manager),
    ]) {
      const nodes = whole.clocks.filter(({ name }) => name === "node");
      expect(nodes.map((clock) => [clock.key, dueAt(clock), clock.startedAt])).toEqual([
        ["n1", first, later(writtenAt, 2)],
        ["n2", second, later(writtenAt, 2)],
      ]);
      expect(newestClock(whole, "result").stoppedAt).toBe(later(writtenAt, 2));
    }
  });

  test("D6, D9: approved alone, the customer was told nothing; agreed, he was told the next steps", () => {
    const approved = after(written(), approve, later(writtenAt, 1), manager);
    expect(typesSince(written(), approved)).toEqual(["planApproved"]);
    const agreed = after(written(), agree, later(writtenAt, 1));
    expect(factsSince(written(), agreed)).toMatchObject([
      { type: "planAgreed", via: "visit" },
      { type: "clockStopped", name: "firstReply" },
    ]);
    expect(running(agreed)).toContain("result");
  });

  test("D9: a second person approves it, once; the customer agrees once", () => {
    expect(refusal(handled(), approve, writtenAt)).toEqual({ refused: "no-plan" });
    expect(refusal(handled(), agree, writtenAt)).toEqual({ refused: "no-plan" });
    expect(refusal(written(), approve, writtenAt)).toEqual({ refused: "second-person-required" });
    const done = inForce(written());
    expect(refusal(done, approve, later(writtenAt, 3), manager)).toEqual({ refused: "plan-approved-before" });
    expect(refusal(done, agree, later(writtenAt, 3))).toEqual({ refused: "plan-agreed-before" });
  });

  test("D11: approval is a superior's act: the manager's, for A and B the project manager's, or above; never a colleague's", () => {
    const mayApprove = (level: Level) =>
      posts.filter((post) => {
        const written = after(after(handled(), levelled(level), writtenAt), write(first), writtenAt);
        const by = { kind: "person", id: `${post}-2` } as const;
        const decision = decide(written, approve, contextAt(later(writtenAt, 1), { by, posts: [post] }));
        expect("refused" in decision ? decision.refused : "superior-approves").toBe("superior-approves");
        return !("refused" in decision);
      });
    expect(mayApprove("C")).toEqual(["manager", "project-manager", "region", "headquarters"]);
    for (const level of ["A", "B"] as const) {
      expect(mayApprove(level)).toEqual(["project-manager", "region", "headquarters"]);
    }
  });

  test("D11: nobody approves his own plan, nor the one about himself, whatever his post", () => {
    const own = after(handled(), write(first), writtenAt, manager);
    expect(refusal(own, approve, later(writtenAt, 1), manager)).toEqual({
      refused: "second-person-required",
    });
    const about = { ...written(), registration: { ...written().registration, againstPersonId: "manager-1" } };
    expect(refusal(about, approve, later(writtenAt, 1), manager)).toEqual({
      refused: "second-person-required",
    });
  });

  test.each([
    ["C", "supervisor", "manager"],
    ["C", "manager", "project-manager"],
    ["A", "manager", "project-manager"],
    ["A", "project-manager", "region"],
  ] as const)("D11: the plan of a level %s, written by the %s, goes to the %s", (level, writer, superior) => {
    const asked = after(after(handled(), levelled(level), writtenAt), write(first), writtenAt, {
      ...person(`${writer}-1`),
      posts: [writer],
      recipients: (wanted) => wanted.map((post) => ({ personId: `${post}-1`, post })),
    });
    expect(asked.events.findLast(({ fact }) => fact.type === "planWritten")?.fact).toMatchObject({
      recipients: [{ post: superior }],
    });
  });

  test("D2: a node that is done before the plan is in force is not waited for", () => {
    const progressed = after(
      written(),
      { type: "progress", text: personal("已完成"), nodeId: "n1" },
      later(writtenAt, 0.5),
    );
    const nodes = inForce(progressed).clocks.filter(({ name }) => name === "node");
    expect(nodes.map(({ key }) => key)).toEqual(["n2"]);
  });

  test("D2: rewriting a plan in force stops no clock: the old nodes stay until the new plan is approved and agreed", () => {
    const old = inForce(written());
    const rewritten = after(old, write(second), later(writtenAt, 5));
    expect(nodesOf(rewritten)).toEqual([
      ["n1", "running"],
      ["n2", "running"],
    ]);
    expect(rewritten.planInForce).toEqual(old.plan);
    const approved = after(rewritten, approve, later(writtenAt, 6), manager);
    expect(nodesOf(approved)).toEqual(nodesOf(rewritten));
    const renewed = after(approved, agree, later(writtenAt, 7));
    expect(nodesOf(renewed)).toEqual([
      ["n1", "lapsed"],
      ["n2", "lapsed"],
      ["n3", "running"],
    ]);
    expect(renewed.planInForce).toBeUndefined();
  });

  test("D2: a node given up was neither kept nor, unless it was late already, missed", () => {
    const rewritten = after(inForce(written()), write(later(first, 90)), later(writtenAt, 5));
    const approved = after(rewritten, approve, later(writtenAt, 6), manager);
    const renewed = after(approved, agree, later(first, 1));
    expect(nodesOf(renewed, later(first, 1)).slice(0, 2)).toEqual([
      ["n1", "missed"],
      ["n2", "lapsed"],
    ]);
  });

  test("D2: meanwhile the old nodes are done as they were planned, and a plan rewritten twice leaves the same one in force", () => {
    const rewritten = after(inForce(written()), write(second), later(writtenAt, 5));
    const done = after(
      after(rewritten, write(second), later(writtenAt, 6)),
      { type: "progress", text: personal("已完成"), nodeId: "n1" },
      later(writtenAt, 7),
    );
    expect(nodesOf(done)).toEqual([
      ["n1", "kept"],
      ["n2", "running"],
    ]);
    expect(done.planInForce?.nodes.map(({ id, doneAt }) => [id, doneAt])).toEqual([
      ["n1", later(writtenAt, 7)],
      ["n2", undefined],
    ]);
    expect(done.plan?.nodes.map(({ id }) => id)).toEqual(["n4"]);
  });

  test("a plan that was never in force is replaced at once; its nodes' numbers are not given again", () => {
    const never = after(after(handled(), write(first), writtenAt), write(second), later(writtenAt, 5));
    expect(never.plan?.nodes.map(({ id }) => id)).toEqual(["n2"]);
    expect(never.planInForce).toBeUndefined();
  });
});

describe("the due instant of the task (D1)", () => {
  test("of a plan in force before the first result limit its last node is the due instant", () => {
    const due = (...nodes: readonly string[]) =>
      inForce(after(handled(), write(...nodes), writtenAt)).taskDueAt;
    expect(due(first, second)).toBe(second);
    expect(due(second, first)).toBe(second);
    expect(due()).toBe(handled().taskDueAt);
    expect(written().taskDueAt).toBe(handled().taskDueAt);
    expect(after(written(), agree, later(writtenAt, 1)).taskDueAt).toBe(handled().taskDueAt);
  });

  test("in force at the limit is in time, after it too late: the task stays late", () => {
    const limit = handled().taskDueAt ?? "";
    const node = later(limit, 48);
    const plan = after(after(handled(), write(node), writtenAt), approve, later(writtenAt, 1), manager);
    expect(after(plan, agree, limit).taskDueAt).toBe(node);
    expect(after(plan, agree, later(limit, 0.1)).taskDueAt).toBe(limit);
  });

  test("a plan of the second cycle (返单) moves it no more", () => {
    const reopened = after(resolved(received), plain.reopen(), later(received, 3));
    const planned = after(reopened, write(second), later(received, 4));
    const done = after(after(planned, approve, later(received, 5), manager), agree, later(received, 5));
    expect(done.taskDueAt).toBe(reopened.taskDueAt);
  });
});

test("sign-offs and approvals want two persons; a machine is nobody", () => {
  const one = { kind: "person", id: "a" } as const;
  expect(isSamePerson(one, { kind: "person", id: "a" })).toBe(true);
  expect(isSamePerson(one, { kind: "person", id: "b" })).toBe(false);
  expect(isSamePerson(one, { kind: "channel", id: "a" })).toBe(false);
  expect(isSamePerson({ kind: "channel", id: "a" }, one)).toBe(false);
  expect(isSamePerson({ kind: "channel", id: "a" }, { kind: "channel", id: "a" })).toBe(false);
});
