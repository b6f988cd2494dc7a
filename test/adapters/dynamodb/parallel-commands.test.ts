import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { type GivenCommand, giveCommand } from "../../../lib/app/complaints/command.ts";
import { verifyChain } from "../../../lib/domain/document/chain.ts";
import { at, registered } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { people } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const received = at("2026-02-13 10:00");
const COMMANDS = Array.from({ length: 50 }, (_, n) => n);

/** One complaint in the real engine, and notes on it, each with its own key. */
async function desk() {
  const complaints = complaintStore(await local.newTable(), 8);
  const ports = { ...world(received).ports, complaints };
  const complaint = registered(received);
  await complaints.insert(complaint);
  const { id } = complaint.registration;
  const note = (n: number, version: number): GivenCommand => ({
    complaintId: id,
    command: { type: "note", text: `备注 ${n}` },
    version,
    idempotencyKey: `key-${n}`,
    person: people.supervisor,
  });
  const stands = async () => (await complaints.load(id))!;
  return { note, stands, give: (given: GivenCommand) => giveCommand(ports, given) };
}

const isStale = (answer: Awaited<ReturnType<typeof giveCommand>>) =>
  "problem" in answer && answer.problem === "stale-version";

test("fifty commands at once on one version: one is carried out, forty-nine are told that it is stale", async () => {
  const { note, stands, give } = await desk();
  const answers = await Promise.all(COMMANDS.map((n) => give(note(n, 1))));
  expect(answers.filter((answer) => "view" in answer)).toHaveLength(1);
  expect(answers.filter(isStale)).toHaveLength(49);
  const complaint = await stands();
  expect(complaint).toMatchObject({ version: 2, revision: 2 });
  expect(complaint.events.filter(({ fact }) => fact.type === "noted")).toHaveLength(1);
});

test("fifty commands at once, each given again on the newest version: all are carried out, one after the other", async () => {
  const { note, stands, give } = await desk();
  const insist = async (n: number): Promise<number> => {
    for (let version = 1; ; ) {
      const answer = await give(note(n, version));
      if ("view" in answer) return answer.view.version;
      if (answer.problem !== "stale-version") throw new Error(`refused: ${answer.problem}`);
      version = answer.current!.version;
    }
  };
  const versions = await Promise.all(COMMANDS.map(insist));
  expect(versions.sort((a, b) => a - b)).toEqual(COMMANDS.map((n) => n + 2));
  const complaint = await stands();
  expect(complaint).toMatchObject({ version: 51, revision: 51 });
  expect(complaint.events.filter(({ fact }) => fact.type === "noted")).toHaveLength(50);
  expect(verifyChain(complaint.events, complaint.personal, sha256)).toEqual([]);
});
