import { describe, expect, test } from "vitest";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import { at } from "../../support/builders.ts";
import { confirmedCrowd, crowd, fromRoom, giveGroup, onlyGroup } from "../../support/groups.ts";
import { otherProject, people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

async function refused(w: World, id: string, command: PlainCommand) {
  return giveCommand(w.ports, await w.given(id, command, {}));
}

describe("重复投诉 by hand", () => {
  test("a person names the earlier complaint; number and count are looked up, and what people say stays", async () => {
    const w = world(monday);
    const first = await fromRoom(w, "101");
    w.clock.advance(60);
    const second = await fromRoom(w, "909", { matter: "另一回事" });
    const third = await fromRoom(w, "101");
    await w.drain();
    expect((await w.complaint(third.registration.id)).repeat?.complaintId).toBe(first.registration.id);
    await w.give(third.registration.id, { type: "link-repeat", complaintId: second.registration.id });
    await w.run(at("2026-03-02 10:30"));
    expect((await w.complaint(third.registration.id)).repeat).toEqual({
      complaintId: second.registration.id,
      number: second.registration.number,
      nth: 2,
    });
  });

  test("not itself, nothing unknown, nothing of another project", async () => {
    const w = world(monday);
    const { registration } = await fromRoom(w, "101");
    const other = await fromRoom(w, "101", { projectId: otherProject.id });
    const link = (complaintId: string) => refused(w, registration.id, { type: "link-repeat", complaintId });
    expect(await link(registration.id)).toMatchObject({ problem: "repeats-itself" });
    for (const id of ["nowhere", other.registration.id]) {
      expect(await link(id)).toMatchObject({ problem: "unknown-earlier-complaint", path: "complaintId" });
    }
  });
});

describe("a row of repeats has a beginning", () => {
  test("what came later is repeated by nothing, neither is what repeats this one, over however many", async () => {
    const w = world(monday);
    const ids: string[] = [];
    // The last two came in one moment: either may repeat the other, but not each the other.
    for (const [n, seconds] of [0, 60, 60, 0].entries()) {
      w.clock.advance(seconds);
      ids.push((await fromRoom(w, `${n + 1}01`, { matter: `事项${n}` })).registration.id);
    }
    const [first = "", second = "", third = "", fourth = ""] = ids;
    const link = (id: string, complaintId: string) => refused(w, id, { type: "link-repeat", complaintId });
    expect(await link(first, second)).toMatchObject({ problem: "repeats-a-later-one", path: "complaintId" });
    expect(await link(second, first)).not.toHaveProperty("problem");
    expect(await link(third, fourth)).not.toHaveProperty("problem");
    expect(await link(fourth, third)).toMatchObject({ problem: "repeats-a-later-one" });
    expect(await link(fourth, second)).not.toHaveProperty("problem");
    expect((await w.complaint(fourth)).repeat).toMatchObject({ complaintId: second, nth: 3 });
    const { number } = (await w.complaint(first)).registration;
    expect(await link(third, number)).not.toHaveProperty("problem");
    expect((await w.complaint(third)).repeat?.complaintId).toBe(first);
  });
});

describe("joining and leaving a group by hand", () => {
  test("a complaint about something else may be put into the group; the group knows it and answers for it", async () => {
    const w = world(monday);
    await confirmedCrowd(w);
    const { registration } = await fromRoom(w, "909", { classCode: "1.7.4" });
    await w.drain();
    const groupId = onlyGroup(w).identity.id;
    await w.give(registration.id, { type: "join-group", groupId });
    await w.drain();
    expect(onlyGroup(w).members.find((one) => one.complaintId === registration.id)?.joined).toBe(true);
    const { results } = await giveGroup(w, { type: "reply", via: "phone", text: "一并处理" });
    expect(results).toHaveLength(6);
  });

  test("who is taken out keeps out, with its own rungs back; put in again by hand it is a member again", async () => {
    const w = world(monday);
    const [first = ""] = await confirmedCrowd(w);
    await w.give(first, { type: "leave-group" });
    await w.run(at("2026-03-02 10:30"));
    expect(onlyGroup(w)).toMatchObject({ members: { length: 4 }, barred: [first], leaving: [] });
    expect((await w.complaint(first)).alarm.at).toBeDefined();
    await w.give(first, { type: "join-group", groupId: onlyGroup(w).identity.id });
    await w.drain();
    expect(onlyGroup(w)).toMatchObject({ members: { length: 5 } });
    // Its own rungs rest again; what is left is the start of the next daily report (D11).
    expect((await w.complaint(first)).alarm.at).toBe(at("2026-03-02 18:00"));
  });

  test("a group that does not exist, has ended or belongs elsewhere is none to join; there is none to leave", async () => {
    const w = world(monday);
    const [first = ""] = await crowd(w);
    const groupId = onlyGroup(w).identity.id;
    expect(await refused(w, first, { type: "leave-group" })).toMatchObject({ problem: "not-in-a-group" });
    const other = await fromRoom(w, "101", { projectId: otherProject.id });
    const elsewhere = await w.given(
      other.registration.id,
      { type: "join-group", groupId },
      {
        person: people.stranger,
      },
    );
    expect(await giveCommand(w.ports, elsewhere)).toMatchObject({ problem: "no-open-group" });
    await giveGroup(w, { type: "dissolve", reason: "各不相干" });
    for (const id of [groupId, "nothing.1"]) {
      expect(await refused(w, first, { type: "join-group", groupId: id })).toMatchObject({
        problem: "no-open-group",
        path: "groupId",
      });
    }
  });

  test("joining a group that is dissolved at the same moment: the complaint leaves it again", async () => {
    const w = world(monday);
    await confirmedCrowd(w);
    const { registration } = await fromRoom(w, "909", { classCode: "1.7.4" });
    await w.drain();
    await w.give(registration.id, { type: "join-group", groupId: onlyGroup(w).identity.id });
    await giveGroup(w, { type: "dissolve", reason: "各不相干" });
    await w.drain();
    expect((await w.complaint(registration.id)).group).toBeUndefined();
  });
});
