import { describe, expect, test } from "vitest";
import { shiftsOf } from "../../../infra/local/sample-rosters.ts";
import { readCompanyFolder, readRosterPatterns, sampleFolder } from "../../../infra/ops/company-folder.ts";
import { isOnDuty } from "../../../lib/domain/organisation/holders.ts";
import { holds } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";

const [company, patterns] = await Promise.all([
  readCompanyFolder(sampleFolder),
  readRosterPatterns(sampleFolder),
]);

describe("the sample company's duty roster", () => {
  test("is for every project, and everybody on it has the post", () => {
    expect(patterns.map(({ projectId }) => projectId)).toEqual(company.projects.map(({ id }) => id));
    for (const { projectId, shifts } of patterns) {
      const project = company.projects.find(({ id }) => id === projectId);
      const people = new Map(company.people.map((person) => [person.id, person]));
      for (const { post, people: ids } of shifts) {
        for (const id of ids) {
          const person = people.get(id);
          expect([id, post, project && person && holds(person, post, project)]).toEqual([id, post, true]);
        }
      }
    }
  });

  test.each(["2026-09-30 10:00", "2026-10-04 03:00", "2026-10-31 23:59", "2026-11-01 07:59"])(
    "at %s somebody is on duty in every project",
    (when) => {
      for (const project of company.projects) {
        const pattern = patterns.find(({ projectId }) => projectId === project.id);
        const shifts = ["2026-09", "2026-10", "2026-11"].flatMap((month) =>
          shiftsOf({ shifts: pattern?.shifts ?? [] }, month),
        );
        const staffing = { people: company.people, shifts };
        const onDuty = company.people.filter(({ id }) => isOnDuty(id, project, at(when), staffing));
        expect(onDuty.map(({ id }) => id)).not.toEqual([]);
      }
    },
  );
});
