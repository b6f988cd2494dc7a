import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { handlingSteps } from "../../../lib/domain/complaint/events.ts";
import { groupCommandNames } from "../../../lib/domain/groups/commands.ts";
import { groupStatuses, isOpenGroup } from "../../../lib/domain/groups/group.ts";
import { allowedGroupCommands, groupTransitions } from "../../../lib/domain/groups/transitions.ts";

/** Written out by hand, so that a change of the table has to be meant. */
test("what people may do with a group in each of its states", () => {
  expect(Object.fromEntries(groupStatuses.map((status) => [status, allowedGroupCommands(status)]))).toEqual({
    proposed: ["confirm", "dissolve"],
    confirmed: ["dissolve", "reply", "assign", "resolve", "judge", ...handlingSteps],
    resolved: ["dissolve", "reply", "follow-up", "close", "judge", ...handlingSteps],
    closed: [],
    dissolved: [],
  });
  expect(allowedGroupCommands("resolved", ["clerk"])).toEqual(["follow-up"]);
  expect(allowedGroupCommands("confirmed", ["region"])).toEqual([]);
});

test("what has ended never opens again, and the diagram shows every way that a command leads", () => {
  const diagram = readFileSync(new URL("../../../docs/groups.md", import.meta.url), "utf8");
  const ways = groupCommandNames.flatMap((name) => {
    const { from, to } = groupTransitions[name];
    return from.map((status) => ({ name, status, to }));
  });
  for (const { status } of ways) expect(isOpenGroup({ status })).toBe(true);
  for (const { name, status, to } of ways.filter((way) => way.to !== undefined)) {
    expect(diagram).toMatch(new RegExp(`  ${status} --> ${to}: .*${name}`));
  }
});
