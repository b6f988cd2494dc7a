import { afterAll, beforeAll, expect, test } from "vitest";
import { companyTextsStore } from "../../../lib/adapters/dynamodb/submissions/company-texts-store.ts";
import { submissionStore } from "../../../lib/adapters/dynamodb/submissions/submission-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { openedSubmission } from "../../../lib/app/submissions/open.ts";
import { putContest, putRuling, putSubmission } from "../../../lib/app/submissions/write.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

test("a submission comes back as it was written, in the sweep while somebody is to be told; a lost race gets what stands", async () => {
  const table = await local.newTable();
  const store = submissionStore(table, 1);
  const w = world(at("2026-03-02 10:00"));
  const ports = { ...w.ports, submissions: store };
  const { registration } = await w.receive();
  const place = { month: "2026-03", projectId: project.id };
  const opened = await openedSubmission(ports, project, "2026-03");
  expect(await openedSubmission(ports, project, "2026-03")).toEqual(opened);
  await openedSubmission(ports, otherProject, "2026-03");
  await openedSubmission(ports, project, "2026-02");
  const manager = { ...place, person: people.projectManager };
  await putSubmission(ports, manager, { sections: { fee: { stage: "协商中" } }, confirm: true });
  await putContest(
    ports,
    { ...manager, number: registration.number },
    { reason: "duplicate", text: "同 002" },
  );
  const ruling = { upheld: false, text: "不是同一件" };
  const ruled = await putRuling(
    ports,
    { ...place, person: people.region, number: registration.number },
    ruling,
  );
  expect(await store.load("2026-03", project.id)).toEqual(ruled);
  expect((await store.ofMonth("2026-03")).map(({ projectId }) => projectId)).toEqual([
    "project-1",
    "project-2",
  ]);
  expect(await store.replace(opened, 1)).toEqual({ conflict: ruled });
  expect(await store.insert(opened)).toEqual({ exists: ruled });
  const late = await alarmStore(table, 1).overdue(0, at("2026-04-01 09:01"), { limit: 10 });
  expect(late.items).toMatchObject([
    { document: { kind: "submission", id: "2026-02.project-1" } },
    { document: { kind: "submission", id: "2026-03.project-1" } },
    { document: { kind: "submission", id: "2026-03.project-2" } },
  ]);
});

test("what headquarters write comes back as written; of two writers at once the loser gets what stands", async () => {
  const store = companyTextsStore(await local.newTable());
  const first = {
    schema: 1,
    month: "2026-03",
    issue: 10,
    personal: { staff: { salt: "s", value: "新入职十人" } },
    by: "headquarters-1",
    writtenAt: at("2026-03-02 10:00"),
    revision: 1,
  } as const;
  expect(await store.load("2026-03")).toBeUndefined();
  expect(await store.write(first)).toEqual({});
  expect(await store.write({ ...first, by: "headquarters-2" })).toEqual({ conflict: first });
  const second = { ...first, personal: {}, revision: 2 };
  expect(await store.write(second)).toEqual({});
  expect(await store.write({ ...second, by: "headquarters-2" })).toEqual({ conflict: second });
  expect(await store.load("2026-03")).toEqual(second);
});
