import { beforeEach, describe, expect, it } from "vitest";
import { readPage } from "../../../lib/contracts/audit/views.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW } from "./support.ts";

/* Who complained is masked in every list, detail and history, and shown by a call of its own to those whom the policy names. */
const told = { name: "王建国", phone: "13911112222", email: "wang.jianguo@home.example" };
const ROOM = "9083";
const other = { phone: "13733334444", text: "2单元7071" };
const whole = [...Object.values(told), ROOM];

let api: Apis;
let id: string;
let number: string;
beforeEach(async () => {
  api = apis();
  ({ id, number } = (
    await api.receive({
      complainant: told,
      location: { building: "12", unit: "2", room: ROOM },
      matter: `我是${told.name}，${other.text}也漏水，请打 ${other.phone}`,
      channelData: { callId: "call-77", caller: told.phone },
    })
  ).registration);
  await api.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
  await api.give(
    id,
    {
      type: "correct",
      told: { complainant: { name: told.name }, location: { building: "12", unit: "2", room: ROOM } },
      reason: "核对",
    },
    { person: people.manager },
  );
});

type Someone = { readonly id: string };
const reading = ["", "/history", "/clocks"];

/** Everything that a person reads of it without asking to be shown who complained. */
async function read(person: Someone): Promise<string> {
  const headers = as(person);
  const details = await Promise.all(
    reading.map((part) => api.staff(`GET /complaints/${id}${part}`, { headers })),
  );
  const lists = await Promise.all(
    [{}, { q: number }, { q: told.phone }, { q: told.name }, { month: "2026-02" }].map((query) =>
      api.staff("GET /complaints", { headers, query: { projectId: "project-1", ...query } }),
    ),
  );
  const changes = await api.staff("GET /projects/project-1/changes", {
    headers,
    query: { after: "2026-02-01T00:00:00.000Z~x" },
  });
  expect(details.map(({ status }) => status)).toEqual([200, 200, 200]);
  return [...details, ...lists, changes].map(({ text }) => text).join("\n");
}

const disclose = (person: Someone, reason = "contact") =>
  api.staff(`POST /complaints/${id}/disclosures`, { headers: as(person), body: { reason } });

const mayAsk = [
  people.clerk,
  people.engineeringHead,
  people.supervisor,
  people.manager,
  people.projectManager,
];
const mayNot = [people.dutyHandler, people.serviceHead, people.region, people.headquarters];

describe("who complained", () => {
  it.each([...mayAsk, ...mayNot])("$id reads masks in lists, details and history", async (person) => {
    const text = await read(person);
    // The head of the department that has it in hand needs the door.
    const open = person === people.engineeringHead ? whole.filter((secret) => secret !== ROOM) : whole;
    for (const secret of open.filter((secret) => secret !== told.name)) expect(text).not.toContain(secret);
    for (const mask of ["王**", "139****2222", "w***@home.example"]) expect(text).toContain(mask);
  });

  it("whoever has it in hand reads the flat: cellars have no signal", async () => {
    const text = await read(people.handler);
    expect(text).toContain(ROOM);
    expect(text).not.toContain(told.phone);
  });

  it.each(mayNot)("$id reads masks in what was written, too", async (person) => {
    const text = await read(person);
    for (const secret of [told.name, other.phone, "7071"]) expect(text).not.toContain(secret);
    expect(text).toContain("也漏水");
  });

  it.each([people.handler, ...mayAsk])(
    "is shown to $id, who asks and says what for, and that is on record",
    async (person) => {
      const answer = await disclose(person, "visit");
      expect(answer.json).toEqual({
        ...told,
        location: { building: "12", unit: "2", room: ROOM },
        channelData: { callId: "call-77", caller: told.phone },
      });
      const reads = await api.reports("GET /audit/reads", {
        headers: as(people.headquarters),
        query: { number },
      });
      expect(readPage.parse(reads.json).items).toMatchObject([
        { by: person.id, way: "shown", reason: "visit" },
      ]);
    },
  );

  it.each(mayNot)("is not shown to $id, by no way", async (person) => {
    for (const path of ["disclosures", "calls"]) {
      const answer = await api.staff(`POST /complaints/${id}/${path}`, {
        headers: as(person),
        body: { reason: "contact" },
      });
      expect(answer).toMatchObject({ status: 403, json: { code: "not-shown" } });
    }
    expect(api.reads.filter(({ way }) => way === "shown" || way === "call")).toEqual([]);
  });

  it("is shown to nobody without a reason, and of another project to nobody", async () => {
    const bare = await api.staff(`POST /complaints/${id}/disclosures`, {
      headers: as(people.clerk),
      body: {},
    });
    expect(bare.status).toBe(422);
    expect((await disclose(people.stranger)).json.code).toBe("unknown-complaint");
  });

  it("what cannot be put on record is not shown", async () => {
    Object.assign(api.ports, {
      readLog: { ...api.ports.readLog, record: () => Promise.reject(new Error("away")) },
    });
    const answer = await disclose(people.clerk);
    expect(answer.status).toBe(500);
    for (const secret of whole) expect(answer.text).not.toContain(secret);
  });

  it("the company decides otherwise by its policy", async () => {
    const edition = {
      version: "p-1",
      number: 1,
      scope: "project:project-1",
      effectiveFrom: NOW,
      publishedAt: NOW,
      publishedBy: "hq",
    } as const;
    const disclosure = { shownTo: ["headquarters"], homeOpenTo: [] } as const;
    await api.ruleStore.publishPolicy(edition, { ...builtInPolicy, version: "p-1", disclosure });
    api.clock.advance(120);
    expect((await disclose(people.headquarters)).status).toBe(200);
    expect((await disclose(people.clerk)).json.code).toBe("not-shown");
  });
});
