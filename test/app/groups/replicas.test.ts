import { expect, test } from "vitest";
import { at, later } from "../../support/builders.ts";
import { assignAll, crowd, fromRoom, giveGroup, onlyGroup } from "../../support/groups.ts";
import { world } from "../../support/world.ts";

const evening = at("2026-03-02 21:30");

/** Five households, a group of level B (D11), and a late-comer in the quiet hours whose clocks move as it joins. */
async function night(replicasLag: boolean) {
  const w = world(evening);
  await crowd(w);
  await giveGroup(w, { type: "confirm" });
  await w.drain();
  w.complaints.replicasLag = replicasLag;
  await w.run(later(evening, 4));
  await fromRoom(w, "106");
  await w.drain();
  await giveGroup(w, assignAll);
  await w.drain();
  return onlyGroup(w).clocks.map(
    ({ name, limits: [limit], rungs, stoppedAt }) =>
      `${name} due ${limit?.dueAt} until ${stoppedAt}: ${rungs.map(({ id, at: due }) => `${id} ${due}`).join(", ")}`,
  );
}

test("D11: a group follows its members as they stand, not as a replica that lags has them", async () => {
  expect(await night(true)).toEqual(await night(false));
});
