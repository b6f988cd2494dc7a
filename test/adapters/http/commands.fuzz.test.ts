import fc from "fast-check";
import { expect, test } from "vitest";
import { commandBodies } from "../../../lib/contracts/complaints/commands.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { fittingCommands, staffCommandNames } from "../../../lib/domain/complaint/transitions.ts";
import { bodiesFor } from "../../support/bodies.ts";
import type { Answered } from "../../support/http.ts";
import { everybody, people } from "../../support/organisation.ts";
import { assigned, states } from "./fuzz/states.ts";
import { apis, as } from "./support.ts";

/** What a field may really hold; the rest comes from the schema. */
function knownFor({ version, registration }: Complaint) {
  const people = [...everybody.map(({ id }) => id), "nobody"];
  return {
    version: [...Array.from({ length: 12 }, () => version), version - 1, version + 1],
    departmentId: ["engineering", "service", "nowhere"],
    handlerId: people,
    personId: people,
    ownerId: people,
    complaintId: [registration.id, "nobody"],
    groupId: ["series.1", "nowhere"],
    actionId: ["z1", "z2", "nothing"],
    nodeId: ["n1", "nothing"],
    rung: ["half", "due", "nothing"],
    email: ["owner@home.example"],
  };
}

/** What is wrong with an answer, or with what the complaint became. */
function complaintsAbout({ status, json }: Answered, before: Complaint, stands: Complaint): string[] {
  const wrong: Readonly<Record<string, boolean>> =
    status === 200
      ? {
          "the version did not rise": stands.version <= before.version,
          "not one write": stands.revision !== before.revision + 1,
          "the answer is not what stands": json.version !== stands.version || json.status !== stands.status,
        }
      : {
          "changed without success": JSON.stringify(stands) !== JSON.stringify(before),
          "no sentence": typeof json.detail !== "string",
          "nothing said to be possible": status === 409 && !Array.isArray(json.allowed),
          "nothing said to be missing": json.code === "incomplete" && !(json.missing?.length > 0),
        };
  return Object.keys(wrong).filter((fault) => wrong[fault]);
}

test.each(Object.keys(states))(
  "%s: any command by any post with any body is carried out or refused with what is possible or missing; nothing is half-done",
  async (state) => {
    const standing = states[state]!();
    const { id } = standing.registration;
    const api = apis();
    const known = knownFor(standing);
    const fitting = fittingCommands(standing);
    // Where little fits, it must not be left to chance that some of it is asked for.
    const names = fc.oneof(
      fc.constantFrom(...staffCommandNames),
      fc.constantFrom(...(fitting.length > 0 ? fitting : staffCommandNames)),
    );
    const asked = names.chain((name) => fc.tuple(fc.constant(name), bodiesFor(commandBodies[name], known)));
    let key = 0;
    let carriedOut = 0;
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...everybody), async ([name, body], person) => {
        api.complaints.items.set(id, standing);
        key += 1;
        const answer = await api.staff(`POST /complaints/${id}/commands/${name}`, {
          headers: { ...as(person), "idempotency-key": `fuzz-${key}` },
          body,
        });
        const stands = await api.complaint(id);
        expect([200, 400, 403, 404, 409, 422]).toContain(answer.status);
        if (answer.status === 200) carriedOut += 1;
        expect(complaintsAbout(answer, standing, stands)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    // Nothing can be done with what was withdrawn or referred, unless it is a ticket.
    expect(carriedOut > 0).toBe(fitting.length > 0);
  },
);

test.each([
  ["2199-12-31T23:59:59Z", 200],
  ["2200-01-01T00:00:00Z", 422],
  ["9998-12-31T23:59:59Z", 422],
])("a time limit of %s, near or beyond what a calendar is counted for, answers %i", async (dueAt, status) => {
  const api = apis();
  const standing = assigned();
  api.complaints.items.set(standing.registration.id, standing);
  const answer = await api.staff(`POST /complaints/${standing.registration.id}/commands/extend`, {
    headers: { ...as(people.projectManager), "idempotency-key": "far" },
    body: { version: standing.version, clock: "result", dueAt, reason: "等配件" },
  });
  expect(answer.status).toBe(status);
});
