import { beforeEach, expect, it } from "vitest";
import { correctivePage } from "../../../lib/contracts/corrective/views.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
let number: string;
let id: string;
beforeEach(async () => {
  api = apis();
  ({ number, id } = (await api.receive({ sourceId: "a", classCode: "1.2.1" } as never)).registration);
  await api.give(id, { type: "assign", departmentId: "engineering" });
  await api.give(id, { type: "resolve", via: "phone", text: "已修复" }, { person: people.handler });
  const action = {
    ownerId: "handler-1",
    dueAt: at("2026-03-10 18:00"),
    cause: "保养不到位",
    measure: "每周检查",
  };
  const actions = [action, { ...action, dueAt: at("2026-02-20 18:00"), measure: "更换门机" }];
  await api.give(id, { type: "review", text: "检讨", actions }, { person: people.manager });
});

const list = async (person: { readonly id: string }, query: Record<string, string> = {}) =>
  api.staff("GET /corrective-actions", { headers: as(person), query });
const items = async (
  query: Record<string, string> = {},
  person: { readonly id: string } = people.headquarters,
) => correctivePage.parse((await list(person, query)).json).items;

it("D15: whoever leads sees what is to be put right over the own projects, the next due first, until somebody else has verified it", async () => {
  expect(await items()).toMatchObject([
    {
      number,
      projectId: "project-1",
      measure: "更换门机",
      cause: "保养不到位",
      ownerId: "handler-1",
      files: [],
    },
    { number, measure: "每周检查", dueAt: at("2026-03-10 18:00") },
  ]);
  const [first] = await items({}, people.manager);
  const actionId = first?.actionId ?? "";
  await api.give(id, { type: "evidence", actionId, text: "已更换" }, { person: people.handler });
  expect((await items())[0]).toMatchObject({ evidence: "已更换", evidencedAt: at("2026-02-13 10:00") });
  await api.give(id, { type: "verify", actionId, passed: true, text: "属实" }, { person: people.manager });
  expect((await items()).map(({ measure }) => measure)).toEqual(["每周检查"]);
  expect(await items({ verified: "true" })).toMatchObject([
    { measure: "更换门机", verifiedAt: at("2026-02-13 10:00") },
    { measure: "每周检查" },
  ]);
});

it("a closed complaint's action stays in sight; another project's is nobody else's", async () => {
  api.clock.set(at("2026-09-01 10:00"));
  expect(await items({ projectId: "project-1" })).toHaveLength(2);
  expect(await items({ projectId: "project-2" })).toEqual([]);
  expect((await list(people.projectManager, { projectId: "project-2" })).json).toMatchObject({
    code: "unknown-project",
  });
  expect((await list(people.handler)).status).toBe(403);
});
