import { expect, test } from "vitest";
import { tooOften } from "../../../lib/app/residents/throttle.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:20");
const from = (address: string, projectId = "project-1") => ({ address, projectId });

test("thirty whole complaints an hour from one address, for one act; the next hour begins anew", async () => {
  const { ports, clock } = world(now);
  for (let n = 0; n < 30; n += 1) expect(await tooOften(ports, "send", from("203.0.113.1"))).toBe(false);
  expect(await tooOften(ports, "send", from("203.0.113.1"))).toBe(true);
  expect(await tooOften(ports, "begin", from("203.0.113.1"))).toBe(false);
  expect(await tooOften(ports, "send", from("203.0.113.2"))).toBe(false);
  clock.set(plusSeconds(now, 3_600));
  expect(await tooOften(ports, "send", from("203.0.113.1"))).toBe(false);
});

test("three hundred for one project, from however many addresses; another project is not held back", async () => {
  const { ports } = world(now);
  for (let n = 0; n < 300; n += 1) expect(await tooOften(ports, "send", from(`2001:db8::${n}`))).toBe(false);
  expect(await tooOften(ports, "send", from("2001:db8::ffff"))).toBe(true);
  expect(await tooOften(ports, "send", from("2001:db8::ffff", "project-2"))).toBe(false);
});

test("whoever is held back does not use up what the others of the project have", async () => {
  const { ports } = world(now);
  for (let n = 0; n < 400; n += 1) await tooOften(ports, "send", from("203.0.113.1"));
  expect(await tooOften(ports, "send", from("203.0.113.2"))).toBe(false);
});
