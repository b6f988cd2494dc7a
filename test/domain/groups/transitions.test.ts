import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { handlingSteps } from "../../../lib/domain/complaint/events.ts";
import { signingPosts } from "../../../lib/domain/complaint/rules/posts.ts";
import { transitions } from "../../../lib/domain/complaint/transitions.ts";
import { groupTransitions } from "../../../lib/domain/groups/commands/index.ts";
import { groupStatuses, isOpenGroup } from "../../../lib/domain/groups/group.ts";
import { groupCommandNames, memberCommandNames } from "../../../lib/domain/groups/names.ts";
import { allowedGroupCommands } from "../../../lib/domain/groups/transitions.ts";

/** Written out by hand, so that a change of the table has to be meant. */
test("what people may do with a group in each of its states", () => {
  expect(Object.fromEntries(groupStatuses.map((status) => [status, allowedGroupCommands(status)]))).toEqual({
    proposed: ["confirm", "dissolve"],
    confirmed: [
      "dissolve",
      "acknowledge",
      "reply",
      "assign",
      "accept",
      "resolve",
      "explain-invalid",
      "judge",
      ...handlingSteps,
      "plan",
      "progress",
      "daily-report",
      "sign-off",
    ],
    resolved: [
      "dissolve",
      "acknowledge",
      "reply",
      "explain-invalid",
      "follow-up",
      "close",
      "judge",
      ...handlingSteps,
      "plan",
      "progress",
      "daily-report",
      "sign-off",
      "check-effect",
      "review",
    ],
    closed: [],
    dissolved: [],
  });
  expect(allowedGroupCommands("resolved", ["clerk"])).toEqual([
    "acknowledge",
    "reply",
    "explain-invalid",
    "follow-up",
  ]);
  expect(allowedGroupCommands("confirmed", ["region"])).toEqual(["acknowledge", "instruct", "plan"]);
});

/** D4, D11: what somebody may do with one complaint is what he may do with a group of them. */
test("a command of the members is for the posts that may give it to one of them, and in no state that has none", () => {
  for (const name of memberCommandNames) {
    const { posts, from } = groupTransitions[name];
    const single = transitions[name];
    expect([name, posts]).toEqual([name, name === "sign-off" ? signingPosts : single.posts]);
    const standing = { confirmed: ["registered", "handling", "resolved"], resolved: ["resolved"] };
    for (const status of from) {
      const members = status === "confirmed" ? standing.confirmed : standing.resolved;
      expect(members.some((one) => single.from.some((state) => state === one))).toBe(true);
    }
  }
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
