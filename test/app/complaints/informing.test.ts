import { describe, expect, test } from "vitest";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const assign = {
  type: "assign",
  departmentId: "engineering",
  handlerId: people.handler.id,
  limitAt: at("2026-03-03 12:00"),
} as const;

/** A complaint of somebody who cannot be written to: every mail is to one of us. */
async function desk(): Promise<{ w: World; id: string }> {
  const w = world(now);
  const { registration } = await w.receive({ complainant: { name: "示例业主", phone: "13800000000" } });
  await w.drain();
  return { w, id: registration.id };
}

/** Whom a command's mails went to. */
async function told(w: World, id: string, command: PlainCommand, person?: Person) {
  const before = w.sent.length;
  await w.give(id, command, person === undefined ? {} : { person });
  await w.drain();
  return w.sent
    .slice(before)
    .map((mail) => mail.to)
    .toSorted();
}

const address = (...some: readonly Person[]) => some.map(({ email }) => email).toSorted();

describe("who is told at once of what somebody has done", () => {
  test("D4: the department is told with its limit: the handler who was named, once, and no copies to heads", async () => {
    const { w, id } = await desk();
    const to = await told(w, id, assign);
    expect(to).toEqual(address(people.handler));
    // The same command again tells nobody anew, nor does a stream message that comes twice.
    await w.reactQueue.send({ kind: "complaint", id });
    await w.drain();
    expect(w.sent).toHaveLength(1);
  });

  test("D4: without a handler everybody of the department, and the new one after a transfer", async () => {
    const { w, id } = await desk();
    const to = await told(w, id, { type: "assign", departmentId: "engineering" });
    expect(to).toEqual(address(people.handler, people.engineeringHead));
    const moved = await told(w, id, { type: "transfer", departmentId: "service", reason: "属客服事项" });
    expect(moved).toContain(people.serviceHead.email);
    expect(moved).not.toContain(people.handler.email);
  });

  test("nobody is told of what he has done himself", async () => {
    const { w, id } = await desk();
    await told(w, id, assign);
    const taken = { type: "transfer", departmentId: "engineering", reason: "由本人处理" } as const;
    expect(await told(w, id, taken, people.engineeringHead)).toEqual(address(people.handler));
  });

  test("D11: 汇报上级, 方案报上级 and the daily report reach the superiors", async () => {
    const { w, id } = await desk();
    await told(w, id, { type: "classify", classCode: "1.2", level: "A" });
    const up = await told(w, id, { type: "report-up", text: "电梯停运，涉及整栋" });
    expect(up).toEqual(address(people.manager, people.projectManager));
    const plan = { type: "plan", act: { kind: "write", text: "更换主板", nodes: [] } } as const;
    expect(await told(w, id, plan)).toEqual(address(people.projectManager));
    const daily = { type: "daily-report", text: "已联系工程部", departmentIds: ["engineering"] } as const;
    const report = await told(w, id, daily);
    expect(report).toEqual(address(people.projectManager));
  });

  test("D4: a dissatisfied customer is the manager's to decide on; a satisfied one tells nobody", async () => {
    const { w, id } = await desk();
    await told(w, id, assign);
    await told(w, id, { type: "resolve", via: "phone", text: "已修复" });
    const call = { type: "follow-up", outcome: "reached" } as const;
    expect(await told(w, id, { ...call, grade: 5 }, people.clerk)).toEqual([]);
    const unsatisfied = await told(w, id, { ...call, grade: 2, reason: "太慢" }, people.clerk);
    expect(unsatisfied).toEqual(address(people.manager));
    const back = await told(w, id, { type: "reopen", reason: "又停了" }, people.manager);
    expect(back).toEqual(address(people.handler, people.engineeringHead));
  });
});
