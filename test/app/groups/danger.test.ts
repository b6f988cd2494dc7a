import { describe, expect, test } from "vitest";
import { isUnanswered } from "../../../lib/domain/clocks/clock.ts";
import { at, local } from "../../support/builders.ts";
import { fromRoom, giveGroup, onlyGroup } from "../../support/groups.ts";
import { type World, world } from "../../support/world.ts";

/** Four quiet complaints at nine, a fifth in danger an hour later, confirmed at four minutes past ten. */
async function village(): Promise<{ readonly w: World; readonly inDanger: string }> {
  const w = world(at("2026-03-02 09:00"));
  for (const room of ["101", "102", "103", "104"]) await fromRoom(w, room);
  await w.drain();
  await w.run(at("2026-03-02 10:02"));
  const fifth = await fromRoom(w, "105", { safety: true });
  await w.drain();
  await w.run(at("2026-03-02 10:04"));
  await giveGroup(w, { type: "confirm" });
  await w.drain();
  return { w, inDanger: fifth.registration.id };
}

/** The rungs of the household in danger, wherever they were decided. */
async function rungs(w: World, id: string): Promise<string[]> {
  const own = await w.complaint(id);
  return [...own.events, ...onlyGroup(w).events]
    .flatMap(({ fact, occurredAt }) =>
      fact.type === "rungDecided" && fact.name === "firstReply" && /^(at-once|plus-)/.test(fact.rung)
        ? [`${local(occurredAt).slice(11)} ${fact.rung} ${fact.recipients.map(({ post }) => post).join(" ")}`]
        : [],
    )
    .toSorted();
}

describe("D6: danger is heard to the top, in a group as alone", () => {
  test("a fifth household in danger: manager, region and headquarters hear after 10, 30 and 60 minutes", async () => {
    const { w, inDanger } = await village();
    const urgent = () =>
      onlyGroup(w).clocks.filter(
        (clock) => isUnanswered(clock) && clock.variant === "urgent" && clock.name === "firstReply",
      );
    expect(
      urgent().map(({ startedAt, limits }) => [local(startedAt), local(limits[0]?.dueAt ?? "")]),
    ).toEqual([["2026-03-02 10:02", "2026-03-02 10:32"]]);
    await w.run(at("2026-03-02 13:00"));
    expect(await rungs(w, inDanger)).toEqual([
      expect.stringMatching(/^10:02 at-once /),
      expect.stringMatching(/^10:12 plus-10min manager/),
      expect.stringMatching(/^10:32 plus-30min region/),
      expect.stringMatching(/^11:02 plus-60min headquarters/),
    ]);
  });

  test("answered after eight minutes, nobody above is woken for it any more", async () => {
    const { w, inDanger } = await village();
    await w.run(at("2026-03-02 10:10"));
    await w.give(inDanger, { type: "reply", via: "phone", text: "人已救出" });
    await w.drain();
    await w.run(at("2026-03-02 13:00"));
    expect(await rungs(w, inDanger)).toEqual([expect.stringMatching(/^10:02 at-once /)]);
  });
});
