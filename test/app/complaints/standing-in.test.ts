import { describe, expect, test } from "vitest";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import { listComplaints, showComplaint } from "../../../lib/app/complaints/read.ts";
import { giveGroupCommand } from "../../../lib/app/groups/command.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { confirmedCrowd, onlyGroup } from "../../support/groups.ts";
import { otherProject, people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** The person is away from Monday to Wednesday, and the other stands in. */
function away(w: World, who: Person, substitute: Person): void {
  const absences = [{ from: "2026-03-02", to: "2026-03-04", substituteId: substitute.id }];
  w.organisation.people = w.organisation.people.map((one) =>
    one.id === who.id ? { ...one, absences } : one,
  );
}

const give = async (w: World, id: string, command: PlainCommand, person: Person) => {
  const result = await giveCommand(w.ports, await w.given(id, command, { person }));
  return isProblem(result) ? result.problem : result.view.status;
};

const allowed = async (w: World, id: string, person: Person) => {
  const shown = await showComplaint(w.ports, person, id);
  return isProblem(shown) ? shown.problem : shown.allowed;
};

describe("a substitute may do what the post may (代班)", () => {
  test("the clerk who stands in for the supervisor judges and assigns; back at work, the clerk may not", async () => {
    const w = world(monday);
    const { id } = (await w.receive()).registration;
    const judge: PlainCommand = { type: "judge", validity: "valid", reason: "属实" };
    expect(await give(w, id, judge, people.clerk)).toBe("forbidden");
    expect(await allowed(w, id, people.clerk)).not.toContain("judge");
    away(w, people.supervisor, people.clerk);
    expect(await allowed(w, id, people.clerk)).toEqual(
      expect.arrayContaining(["judge", "assign", "classify"]),
    );
    expect(await give(w, id, judge, people.clerk)).toBe("registered");
    expect(await give(w, id, { type: "assign", departmentId: "engineering" }, people.clerk)).toBe("handling");
    w.clock.set(at("2026-03-05 10:00"));
    expect(await allowed(w, id, people.clerk)).not.toContain("assign");
  });

  test("of the named handler: accepts and resolves in that one's place, and then asks for no grade (D4)", async () => {
    const w = world(monday);
    const { id } = (await w.receive()).registration;
    await w.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
    expect(await give(w, id, { type: "accept" }, people.dutyHandler)).toBe("not-your-department");
    away(w, people.handler, people.dutyHandler);
    expect(await give(w, id, { type: "accept" }, people.dutyHandler)).toBe("handling");
    expect(await give(w, id, { type: "resolve", via: "phone", text: "已修" }, people.dutyHandler)).toBe(
      "resolved",
    );
    const call: PlainCommand = { type: "follow-up", outcome: "reached", grade: 5 };
    expect(await give(w, id, call, people.dutyHandler)).toBe("follow-up-by-handler");
  });

  test("from another project: sees it and acts while the other is away, and before and afterwards it does not exist", async () => {
    const w = world(monday);
    const { id } = (await w.receive()).registration;
    expect(await allowed(w, id, people.stranger)).toBe("unknown-complaint");
    away(w, people.manager, people.stranger);
    expect(await allowed(w, id, people.stranger)).toContain("classify");
    const list = await listComplaints(w.ports, people.stranger, { projectId: "project-1", limit: 5 });
    expect(list).toMatchObject({ items: [{ id }] });
    expect(await give(w, id, { type: "classify", classCode: "1.2", level: "C" }, people.stranger)).toBe(
      "registered",
    );
    // The posts of the absent are those of their own project.
    const there = (await w.receive({ sourceId: "there", projectId: otherProject.id })).registration.id;
    expect(await allowed(w, there, people.clerk)).toBe("unknown-complaint");
    w.clock.set(at("2026-03-05 10:00"));
    expect(await allowed(w, id, people.stranger)).toBe("unknown-complaint");
  });

  test("a group's commands too", async () => {
    const w = world(monday);
    await confirmedCrowd(w);
    const { id } = onlyGroup(w).identity;
    const assign = async (person: Person) => {
      const result = await giveGroupCommand(w.ports, {
        groupId: id,
        command: { type: "assign", departmentId: "engineering" },
        version: onlyGroup(w).version,
        idempotencyKey: `stand-in-${person.id}-${w.clock.text()}`,
        person,
      });
      return isProblem(result) ? result.problem : result.results.every(({ outcome }) => outcome === "done");
    };
    expect(await assign(people.clerk)).toBe("forbidden");
    away(w, people.supervisor, people.clerk);
    expect(await assign(people.clerk)).toBe(true);
  });
});
