import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  admits,
  type ChannelSystem,
  endingKeys,
  isValidKey,
  ownSystems,
  withKey,
} from "../../../lib/domain/organisation/channel-system.ts";
import { isUnderContract } from "../../../lib/domain/organisation/contractor.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";

const now = at("2026-03-02 10:00");
const change = (when = now, by = "headquarters-1") => ({ at: when, by });
const callCentre: ChannelSystem = {
  system: "call-centre",
  name: "呼叫中心",
  channels: ["phone"],
  keys: [],
  version: 3,
};
const digest = (name: string) => `${name}-0123456789abcdef`;

/** The system with these keys, the last one the newest. */
const holding = (...names: readonly string[]) =>
  names.reduce((system, name) => withKey(system, digest(name), change()), callCentre);
const hashes = ({ keys }: ChannelSystem) => keys.map(({ hash }) => hash);

describe("the keys of a channel's source system", () => {
  test("a new key stands first, is named by its first ten characters, and leaves the others in force", () => {
    const system = holding("old", "new");
    expect(system).toStrictEqual({
      ...callCentre,
      keys: [
        { id: "new-012345", hash: digest("new"), createdAt: now, createdBy: "headquarters-1" },
        { id: "old-012345", hash: digest("old"), createdAt: now, createdBy: "headquarters-1" },
      ],
    });
    for (const name of ["old", "new"]) expect(admits(system, digest(name), now)).toBe(true);
    expect(admits(system, digest("other"), now)).toBe(false);
  });

  test("a key that is there already stays as it is, whoever adds it again", () => {
    const system = holding("old", "new");
    expect(withKey(system, digest("old"), change(plusSeconds(now, 60), "other"))).toBe(system);
  });

  test("a key is refused from the very instant at which it ends", () => {
    const until = at("2026-03-09 10:00");
    const [key] = endingKeys(holding("old"), until, change()).keys;
    expect(key).toMatchObject({ validUntil: until, endedBy: "headquarters-1" });
    expect(isValidKey(key!, plusSeconds(until, -0.001))).toBe(true);
    expect(isValidKey(key!, until)).toBe(false);
  });

  test("ending all keys leaves those that end sooner, and their names, alone", () => {
    const [sooner, later] = [at("2026-03-03 10:00"), at("2026-03-09 10:00")];
    const rotated = endingKeys(holding("old"), sooner, change(now, "manager-1"));
    const ended = endingKeys(withKey(rotated, digest("new"), change()), later, change(now, "headquarters-1"));
    expect(ended.keys.map(({ validUntil, endedBy }) => [validUntil, endedBy])).toEqual([
      [later, "headquarters-1"],
      [sooner, "manager-1"],
    ]);
  });

  test("one key alone can be ended: the others stay in force", () => {
    const system = endingKeys(holding("lost", "kept"), now, change(), ({ hash }) => hash === digest("lost"));
    expect([admits(system, digest("lost"), now), admits(system, digest("kept"), now)]).toEqual([false, true]);
  });

  test("however many were ended, the last ten stay listed, and no key in force is ever dropped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 3 }), (ended, inForce) => {
        const old = Array.from({ length: ended }, (_, n) => `old${n}`);
        const fresh = Array.from({ length: inForce }, (_, n) => `new${n}`);
        const revoked = endingKeys(holding(...old), now, change());
        const system = fresh.reduce(
          (next, name) => withKey(next, digest(name), change(plusSeconds(now, 1))),
          revoked,
        );
        expect(hashes(system)).toEqual([...fresh.toReversed(), ...old.toReversed().slice(0, 10)].map(digest));
      }),
    );
  });

  test("the names of our own entrances belong to us", () => {
    expect(ownSystems).toEqual(["desk", "mail", "mailbox", "public", "wechat"]);
  });
});

test("a contractor works for us up to and with the last day of the contract", () => {
  const company = {
    id: "c",
    name: "示例电梯",
    trades: ["电梯维保"],
    contact: { name: "示例" },
    contractUntil: "2026-03-31",
  };
  expect(["2026-03-30", "2026-03-31", "2026-04-01"].map((day) => isUnderContract(company, day))).toEqual([
    true,
    true,
    false,
  ]);
});
