import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { holdingsOf } from "../../../lib/domain/complaint/rules/holdings.ts";
import { factRow, isHeldBy } from "../../../lib/domain/statistics/fact-row.ts";
import { after, at, later, personal, registered } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const leaver = "handler-1";

function handOver(from = leaver): Command {
  return { type: "hand-over", from, to: "handler-2", reason: personal("离职") };
}

function assigned(limitAt = later(received, 60 * 24)): Complaint {
  const assign = { type: "assign", departmentId: "engineering", handlerId: leaver, limitAt } as const;
  return after(registered(received), assign, later(received, 10));
}

function resolved(): Complaint {
  return after(assigned(), { type: "resolve", via: "phone", text: personal("已修复") }, later(received, 90));
}

function reviewed(ownerId: string): Complaint {
  const action = {
    ownerId,
    dueAt: later(received, 60 * 24 * 9),
    cause: personal("失修"),
    measure: personal("更换"),
  };
  return after(
    resolved(),
    { type: "review", text: personal("检讨"), actions: [action, { ...action, ownerId: "other" }] },
    later(received, 100),
  );
}

const clock = ({ clocks }: Complaint, name: string) => clocks.filter((one) => one.name === name).at(-1);

describe("工作移交 of a complaint", () => {
  test("the successor has to accept anew, while the department's limit (D4 限期) goes on", () => {
    const before = assigned();
    const then = later(received, 30);
    const done = after(before, handOver(), then);
    expect(done).toMatchObject({ handlerId: "handler-2", departmentId: "engineering", status: "handling" });
    expect(clock(done, "accept")).toMatchObject({ startedAt: then, key: "2" });
    expect(clock(done, "department")).toEqual(clock(before, "department"));
  });

  test("also where nobody could transfer it: resolved, so that a reopened one has a handler who is there", () => {
    const done = after(resolved(), handOver(), later(received, 120));
    expect(done).toMatchObject({ handlerId: "handler-2", status: "resolved" });
    expect(done.clocks).toEqual(resolved().clocks);
  });

  test("corrective actions (D15) not yet verified get the successor as owner, others keep theirs", () => {
    const done = after(reviewed(leaver), handOver(), later(received, 120));
    expect(done.actions?.map(({ ownerId }) => ownerId)).toEqual(["handler-2", "other"]);
  });

  test("a verified corrective action keeps the name of whoever did it", () => {
    const shown = after(
      reviewed(leaver),
      { type: "evidence", actionId: "z1", text: personal("照片") },
      later(received, 110),
    );
    const verified = after(
      shown,
      { type: "verify", actionId: "z1", passed: true, text: personal("合格") },
      later(received, 115),
    );
    const done = after(verified, handOver(), later(received, 120));
    expect(done.actions?.[0]?.ownerId).toBe(leaver);
    expect(done.handlerId).toBe("handler-2");
  });

  test("whoever holds nothing hands nothing over, and a second time changes nothing", () => {
    const before = reviewed("other");
    expect(after(before, handOver("clerk-1"), later(received, 120))).toBe(before);
    const done = after(before, handOver(), later(received, 120));
    expect(after(done, handOver(), later(received, 130))).toBe(done);
  });

  test("the fact row finds exactly what the document says is held", () => {
    for (const complaint of [
      registered(received),
      assigned(),
      resolved(),
      reviewed(leaver),
      reviewed("other"),
    ]) {
      for (const id of [leaver, "other", "clerk-1"]) {
        const { handles, actions } = holdingsOf(complaint, id);
        expect(isHeldBy(factRow(complaint), id)).toBe(handles || actions > 0);
      }
    }
  });
});
