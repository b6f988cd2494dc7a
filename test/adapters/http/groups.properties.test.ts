import fc from "fast-check";
import { expect, test } from "vitest";
import { groupCommandBodies } from "../../../lib/contracts/groups/bodies.ts";
import { groupStatuses } from "../../../lib/domain/groups/group.ts";
import { type GroupCommandName, groupCommandNames } from "../../../lib/domain/groups/names.ts";
import { assignAll, crowd, giveGroup, onlyGroup, resolveAll } from "../../support/groups.ts";
import { everybody } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

/** A group in each of its states, members told. */
const ways: Readonly<Record<(typeof groupStatuses)[number], (api: Apis) => Promise<void>>> = {
  proposed: async () => {},
  confirmed: (api) => confirm(api),
  resolved: async (api) => {
    await confirm(api);
    await giveGroup(api, assignAll);
    await giveGroup(api, resolveAll);
  },
  closed: async (api) => {
    await confirm(api);
    for (const { complaintId } of onlyGroup(api).members) {
      await api.give(complaintId, { type: "withdraw", reason: "撤诉" });
      await api.drain();
    }
  },
  dissolved: async (api) => {
    await giveGroup(api, { type: "dissolve", reason: "各不相干" });
  },
};

async function confirm(api: Apis): Promise<void> {
  await giveGroup(api, { type: "confirm" });
  await api.drain();
}

const text = fc.constantFrom("今晚修复", "", "x".repeat(5000), "😀", "  ");
const body = fc.oneof(
  fc.record(
    {
      version: fc.constantFrom(1, 2, 3, 4, 9, 0, 1.5, "1"),
      via: fc.constantFrom("phone", "email", "posted", "pigeon"),
      text,
      reason: text,
      departmentId: fc.constantFrom("engineering", "nowhere", ""),
      handlerId: fc.constantFrom("handler-1", "stranger-1", "nobody"),
      outcome: fc.constantFrom("reached", "no-answer", "lost"),
      grade: fc.constantFrom(1, 5, 6, 0),
      validity: fc.constantFrom("valid", "invalid", "maybe"),
      departmentIds: fc.constantFrom(["engineering"], ["nowhere"], []),
      complaintIds: fc.constantFrom(["nobody"], []),
      personIds: fc.constantFrom(["handler-1"], ["nobody"]),
      testimonies: fc.constantFrom(2, 0),
      limitAt: fc.constantFrom("2027-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "soon"),
      act: fc.constantFrom("write", "approve", "agree"),
      nodes: fc.constantFrom([], [{ text: "更换", dueAt: "2020-01-01T00:00:00Z" }], [{}]),
      nodeId: fc.constantFrom("n1", "x"),
      effective: fc.constantFrom(true, "yes"),
      actions: fc.constantFrom(
        [],
        [{ ownerId: "handler-1", dueAt: "2027-01-01T00:00:00Z", cause: "老化", measure: "更换" }],
        [{ ownerId: "nobody", dueAt: "2027-01-01T00:00:00Z", cause: "老化", measure: "更换" }],
      ),
      clock: fc.constantFrom("firstReply", "tea"),
      cycle: fc.constantFrom(1, 99, 0),
      key: fc.constantFrom("nobody/1", ""),
      rung: fc.constantFrom("half", ""),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom(null, [], "text", 7),
);

/** Only the fields that a command knows, so that not every body is refused for its form. */
function shaped(name: GroupCommandName, given: unknown): unknown {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const known = Object.keys(groupCommandBodies[name].shape);
  return Object.fromEntries(Object.entries(given).filter(([field]) => known.includes(field)));
}

test.each(groupStatuses)(
  "a %s group: any command by anybody with any body answers 200, 400, 403, 404, 409 or 422, and nothing is half-done",
  async (status) => {
    const api = apis();
    await crowd(api);
    await ways[status](api);
    expect(onlyGroup(api).status).toBe(status);
    const standing = structuredClone({ group: onlyGroup(api), complaints: [...api.complaints.items] });
    let key = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...groupCommandNames),
        fc.constantFrom(...everybody),
        body,
        async (name, person, given) => {
          key += 1;
          const answer = await api.staff(`POST /groups/${standing.group.identity.id}/commands/${name}`, {
            headers: { ...as(person), "idempotency-key": `fuzz-${key}` },
            body: shaped(name, given),
          });
          expect([200, 400, 403, 404, 409, 422]).toContain(answer.status);
          const stands = onlyGroup(api);
          expect(stands.running).toBeUndefined();
          expect(stands.revision > standing.group.revision).toBe(answer.status === 200);
          api.groups.items.set(standing.group.identity.id, standing.group);
          for (const [id, complaint] of standing.complaints) api.complaints.items.set(id, complaint);
        },
      ),
      { numRuns: 150 },
    );
  },
);
