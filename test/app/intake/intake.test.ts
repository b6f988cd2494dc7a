import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBox } from "../../../lib/app/intake/box.ts";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { maskedPhone } from "../../../lib/domain/organisation/masking.ts";
import { defined } from "../../../lib/domain/present.ts";
import { at, later } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { request, type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

async function numbers(w: World): Promise<string[]> {
  return [...w.complaints.items.values()].map((c) => c.registration.number).sort();
}

describe("a complaint from any channel", () => {
  test("the same id with the same body is the same complaint, with a number of its own once", async () => {
    const w = world(now);
    const first = await receiveComplaint(w.ports, request());
    w.clock.advance(3600);
    const second = await receiveComplaint(w.ports, request());
    expect(first).toMatchObject({
      created: true,
      complaint: { registration: { number: "001", receivedAt: now } },
    });
    expect(second).toEqual({ ...first, created: false });
    expect(w.telemetry.counts.ComplaintsRegistered).toBe(1);
  });

  test("the same id with another body is refused and changes nothing", async () => {
    const w = world(now);
    const complaint = await w.receive();
    expect(await receiveComplaint(w.ports, request({ body: "other" }))).toMatchObject({
      problem: "same-id-other-content",
      path: "sourceId",
    });
    expect(await w.complaint(complaint.registration.id)).toEqual(complaint);
  });

  test("system, channel and the source's own id make the complaint's id, and nothing else", async () => {
    const w = world(now);
    const ids = new Set<string>();
    for (const more of [{}, { system: "other" }, { channel: "web" as const }, { sourceId: "call-2" }]) {
      ids.add((await w.receive(more)).registration.id);
    }
    expect(ids.size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[\w-]{26}$/);
    const same = await w.receive({ matter: "别的" });
    expect([ids.has(same.registration.id), registeredValue(same, "matter")]).toEqual([true, "电梯又停了"]);
    expect(await numbers(w)).toEqual(["001", "002", "003", "N001"]);
  });

  test.each([
    ["body-1", { created: false }],
    ["other", { problem: "same-id-other-content" }],
  ])(
    "two at once: one is written, the other (%s) gets %o; the lost number is not used again",
    async (body, expected) => {
      const w = world(now);
      w.complaints.interfere = async () => {
        await w.receive();
      };
      const result = await receiveComplaint(w.ports, request({ body }));
      expect(result).toMatchObject(expected);
      expect(w.complaints.items.size).toBe(1);
      expect((await w.receive({ sourceId: "call-2" })).registration.number).toBe("003");
    },
  );

  test("the process may die at any step: sent again, it is one complaint", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = world(now);
      const died = await diesAt(w.ports, point, (ports) => receiveComplaint(ports, request()));
      const again = await receiveComplaint(w.ports, request());
      expect(again).toHaveProperty("complaint.registration.bodyHash");
      expect(w.complaints.items.size).toBe(1);
      expect((await w.receive()).revision).toBe(1);
      return { died };
    });
    expect(points).toBeGreaterThanOrEqual(6);
  });

  test.each([
    [later(now, 0.1), "received-out-of-range"],
    [later(now, -90 * 24 - 0.1), "received-out-of-range"],
  ])("received %s is refused: at most 5 minutes ahead, 90 days back", async (receivedAt, code) => {
    const w = world(now);
    expect(await receiveComplaint(w.ports, request({ receivedAt }))).toMatchObject({ problem: code });
    expect(w.complaints.items.size).toBe(0);
  });

  test.each([-24, -0.1, 0])(
    "a reply asked for %d h after the receipt is refused in words, not left out (D11)",
    async (hours) => {
      const w = world(now);
      const receivedAt = later(now, -2);
      const requestedReplyAt = later(receivedAt, hours);
      expect(await receiveComplaint(w.ports, request({ receivedAt, requestedReplyAt }))).toMatchObject({
        problem: "reply-asked-before-receipt",
        path: "requestedReplyAt",
      });
      expect(w.complaints.items.size).toBe(0);
      // Told later, by completing or correcting, it is the same.
      const { id } = (await w.receive({ receivedAt, requestedReplyAt: later(receivedAt, 1) })).registration;
      for (const type of ["complete-registration", "correct"] as const)
        await expect(w.give(id, { type, told: { requestedReplyAt }, reason: "补录" })).rejects.toThrow(
          "reply-asked-before-receipt",
        );
    },
  );

  const stated = fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined });

  test("whatever limits a client states: one before the receipt is refused by name, else no clock is late at its start", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          backdated: fc.integer({ min: 0, max: 60 }),
          dueIn: stated,
          signIn: stated,
          replyIn: stated,
        }),
        async ({ backdated, dueIn, signIn, replyIn }) => {
          const w = world(now);
          const receivedAt = later(now, -backdated);
          const from = (hours: number | undefined) =>
            hours === undefined ? undefined : later(receivedAt, hours);
          const [dueAt = later(now, 90), signBy, requestedReplyAt] = [dueIn, signIn, replyIn].map(from);
          const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt, ...defined({ signBy }) };
          const result = await receiveComplaint(
            w.ports,
            request({ channel: "government", receivedAt, external, ...defined({ requestedReplyAt }) }),
          );
          const over = (hours = 1) => hours <= 0;
          const path = over(replyIn)
            ? "requestedReplyAt"
            : over(dueIn)
              ? "external.dueAt"
              : over(signIn)
                ? "external.signBy"
                : undefined;
          const { clocks } = isProblem(result) ? { clocks: [] } : result.complaint;
          const late = clocks.filter(({ startedAt, limits }) => limits.some((one) => one.dueAt <= startedAt));
          expect({ path: isProblem(result) ? result.path : undefined, late }).toEqual({ path, late: [] });
        },
      ),
    );
  });

  test("what is said to have happened in the future is refused, told later too; five minutes are a clock's fault", async () => {
    const w = world(now);
    const refused = { problem: "occurred-out-of-range", path: "occurredAt" };
    expect(await receiveComplaint(w.ports, request({ occurredAt: later(now, 0.1) }))).toMatchObject(refused);
    const { id } = (await w.receive({ occurredAt: later(now, 0.05) })).registration;
    await expect(
      w.give(id, { type: "correct", told: { occurredAt: later(now, 1) }, reason: "补录" }),
    ).rejects.toThrow("occurred-out-of-range");
  });

  test("the edges of that range are taken, and the clocks run from receipt", async () => {
    const w = world(now);
    for (const [index, hours] of [5 / 60, -90 * 24].entries()) {
      const receivedAt = later(now, hours);
      const complaint = await w.receive({ sourceId: `edge-${index}`, receivedAt });
      expect(complaint.clocks[0]).toMatchObject({ startedAt: receivedAt });
    }
  });

  test("unknown projects and departments, and contradictions, are refused with the field", async () => {
    const w = world(now);
    const cases = [
      [{ projectId: "nowhere" }, { problem: "unknown-project", path: "projectId" }],
      [
        { against: { text: "保安", departmentId: "nowhere" } },
        { problem: "unknown-department", path: "against.departmentId" },
      ],
      [
        { against: { text: "保安", personId: "stranger-1" } },
        { problem: "unknown-person", path: "against.personId" },
      ],
      [{ level: "D" as const }, { problem: "level-contradicts-kind" }],
    ] as const;
    for (const [more, expected] of cases) {
      expect(await receiveComplaint(w.ports, request(more))).toMatchObject(expected);
    }
    expect(w.complaints.items.size).toBe(0);
  });

  test("D14: a government ticket comes in by the government, everything else by the project unless said", async () => {
    const w = world(now);
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: later(now, 4) };
    const ticket = await w.receive({ channel: "government", external });
    expect(ticket.registration).toMatchObject({ intake: "government", number: "G001" });
    expect((await w.receive()).registration.intake).toBe("project");
    expect((await w.receive({ sourceId: "2", intake: "company" })).registration.intake).toBe("company");
  });

  test("every fact of the request is kept: facts in the event, personal values beside it", async () => {
    const w = world(now);
    const complaint = await w.receive({
      against: { text: "保安甲", departmentId: "service", personId: "handler-1" },
      channelData: { callId: "7", agent: "示例坐席" },
      headcount: 6,
      manner: "agitated",
      occurredAt: later(now, -2),
      place: "大堂",
      complainant: { name: "示例业主", kind: "owner", phone: "+86 138-0000-0000" },
    });
    expect(complaint.registration).toMatchObject({
      againstDepartmentId: "service",
      againstPersonId: "handler-1",
      headcount: 6,
      manner: "agitated",
      complainantKind: "owner",
      householdKey: "3/1/502",
    });
    const values = ["matter", "name", "phone", "place", "against"].map((f) => registeredValue(complaint, f));
    expect(values).toEqual(["电梯又停了", "示例业主", "+86 138-0000-0000", "大堂", "保安甲"]);
    expect(JSON.parse(registeredValue(complaint, "channelData") ?? "")).toEqual({
      callId: "7",
      agent: "示例坐席",
    });
    const same = await w.receive({ sourceId: "2", complainant: { phone: "13800000000" } });
    expect(same.registration.contactKey).toBe(complaint.registration.contactKey);
  });
});

describe("投诉箱: one opening of a complaint box", () => {
  const round = {
    system: "box",
    by: { kind: "person", id: "clerk-1" },
    roundId: "r1",
    projectId: "project-1",
    boxId: "b1",
    openedAt: later(now, -2),
    openedBy: "clerk-1",
  } as const;
  const slip = (slipId: string, more = {}) => ({ slipId, request: { matter: `内容${slipId}`, ...more } });

  test("the clocks of a slip run from the opening; a bad slip holds back no other", async () => {
    const w = world(now);
    const bad = slip("2", { level: "E" as const });
    const result = await openBox(w.ports, { ...round, slips: [slip("1"), bad, slip("3")] });
    if ("problem" in result) throw new Error(result.problem);
    expect(result.accepted.map((a) => [a.slipId, a.complaint.registration.number])).toEqual([
      ["1", "B001"],
      ["3", "B003"],
    ]);
    expect(result.accepted[0]?.complaint.clocks[0]?.startedAt).toBe(later(now, -2));
    expect(result.refused).toEqual([{ slipId: "2", problem: { problem: "level-contradicts-kind" } }]);
    expect(w.rounds).toMatchObject([{ roundId: "r1", slips: 3 }]);
  });

  test("a slip is known by box, round and number: posted again it is the same, corrected it is a conflict", async () => {
    const w = world(now);
    const first = await openBox(w.ports, { ...round, slips: [slip("1")] });
    const again = await openBox(w.ports, { ...round, slips: [slip("1")] });
    expect(again).toEqual(first);
    const corrected = await openBox(w.ports, { ...round, slips: [slip("1", { matter: "改了" })] });
    expect(corrected).toMatchObject({
      accepted: [],
      refused: [{ problem: { problem: "same-id-other-content" } }],
    });
    for (const other of [{ boxId: "b2" }, { roundId: "r2" }]) {
      await openBox(w.ports, { ...round, ...other, slips: [slip("1")] });
    }
    expect(w.complaints.items.size).toBe(3);
  });

  test("an unknown project refuses the whole round", async () => {
    const w = world(now);
    const result = await openBox(w.ports, { ...round, projectId: "nowhere", slips: [slip("1")] });
    expect(result).toEqual({ problem: "unknown-project", path: "projectId" });
  });
});

test("phone numbers are masked as people expect", () => {
  expect(maskedPhone("13812345678")).toBe("138****5678");
  expect(maskedPhone(" 021-5678 ")).toBe("021****5678");
  expect(maskedPhone("12345")).toBe("****45");
});
