import { describe, expect, test } from "vitest";
import { acknowledgeByLink, lookAt } from "../../../lib/app/acknowledgements/by-link.ts";
import { giveGroupCommand } from "../../../lib/app/groups/command.ts";
import type { Adapter } from "../../../lib/domain/policy/notice-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, later } from "../../support/builders.ts";
import { confirmedCrowd, fromRoom, groupCommand, onlyGroup } from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** A group of five whose people have WeCom and a mobile, at the moment its first escalation has gone out by mail. */
async function escalated(adapters: readonly Adapter[] = ["email", "wecom", "sms"]) {
  const w = world(monday);
  const urls: string[] = [];
  Object.assign(w.ports, {
    adapters,
    renderer: {
      render: ({ acknowledgeUrl = "" }: { acknowledgeUrl?: string }) => {
        urls.push(acknowledgeUrl);
        return { subject: "x", text: "x", html: "" };
      },
      brief: () => ({ title: "x", text: "x", url: "" }),
    },
  });
  w.organisation.people = w.organisation.people.map((person) => ({
    ...person,
    wecomId: `w-${person.id}`,
    phone: "13800000000",
  }));
  await confirmedCrowd(w);
  await w.run(plusSeconds(later(monday, 24), -60));
  w.texts.length = 0;
  urls.length = 0;
  await w.run(plusSeconds(later(monday, 24), 30));
  return { w, urls };
}

const ways = (w: World) => w.texts.map(({ adapter }) => adapter);
/** What has come to its limit and nobody has acknowledged. */
const rungs = (w: World) =>
  onlyGroup(w).clocks.flatMap((clock) =>
    clock.rungs
      .filter(({ id, decidedAt, acknowledgedAt }) => id === "limit" && decidedAt && !acknowledgedAt)
      .map(({ id: rung }) => ({ clock: clock.name, cycle: clock.cycle, key: clock.key ?? "", rung })),
  );

describe("a group's escalation that nobody acknowledges goes on to the next way", () => {
  test("by WeCom after ten minutes, then as a text message", async () => {
    const { w } = await escalated();
    expect(ways(w)).toEqual([]);
    await w.run(plusSeconds(later(monday, 24), 12 * 60));
    expect(new Set(ways(w))).toEqual(new Set(["wecom"]));
    await w.run(plusSeconds(later(monday, 24), 24 * 60));
    expect(new Set(ways(w))).toEqual(new Set(["wecom", "sms"]));
  });

  test("not once somebody has acknowledged it, by the command", async () => {
    const { w } = await escalated();
    for (const rung of rungs(w)) {
      const given = groupCommand(onlyGroup(w), { type: "acknowledge", ...rung }, { person: people.manager });
      const result = await giveGroupCommand(w.ports, given);
      if ("problem" in result) throw new Error(result.problem);
      const again = groupCommand(onlyGroup(w), { type: "acknowledge", ...rung });
      expect(await giveGroupCommand(w.ports, again)).toMatchObject({ problem: "nothing-to-acknowledge" });
    }
    await w.run(plusSeconds(later(monday, 24), 24 * 60));
    expect(ways(w)).toEqual([]);
  });

  test("or by the link in the message, once, in that person's name", async () => {
    const { w, urls } = await escalated();
    const tokens = [...new Set(urls)].filter((url) => url !== "").map((url) => url.split("/").at(-1) ?? "");
    expect(tokens.length).toBeGreaterThan(0);
    for (const token of tokens) {
      expect(await lookAt(w.ports, token)).toMatchObject({ of: { code: "1.7.2" } });
      expect(await acknowledgeByLink(w.ports, token)).toMatchObject({ state: "acknowledged" });
      expect(await acknowledgeByLink(w.ports, token)).toMatchObject({ state: "acknowledged" });
    }
    expect(rungs(w)).toEqual([]);
    expect(await lookAt(w.ports, `${tokens[0]}x`)).toBeUndefined();
    await w.run(plusSeconds(later(monday, 24), 24 * 60));
    expect(ways(w)).toEqual([]);
  });

  test.each([
    [4, ["wecom"]],
    [5, []],
  ])("of five households %i have been answered meanwhile: %j", async (answered, expected) => {
    const { w } = await escalated();
    for (const id of [...w.complaints.items.keys()].slice(0, answered))
      await w.give(id, { type: "reply", via: "phone", text: "已电话告知" });
    await w.drain();
    await w.run(plusSeconds(later(monday, 24), 12 * 60));
    expect([...new Set(ways(w))]).toEqual(expected);
  });

  test("a late-comer that moves nobody's clock does not silence it", async () => {
    const { w } = await escalated();
    await fromRoom(w, "106");
    await w.drain();
    await w.run(plusSeconds(later(monday, 24), 12 * 60));
    expect(ways(w)).toContain("wecom");
  });
});
