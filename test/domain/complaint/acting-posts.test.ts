import { expect, test } from "vitest";
import { actingPosts } from "../../../lib/domain/complaint/rules/complained-of.ts";
import { people, project } from "../../support/organisation.ts";

test.each([
  ["manager", people.manager, people.projectManager],
  ["project-manager", people.projectManager, people.region],
  ["region", people.region, people.headquarters],
] as const)(
  "D4: where the %s is complained of, the next post decides, and no other",
  (post, against, next) => {
    expect(actingPosts(next, project, against)).toContain(post);
    expect(actingPosts(next, project, undefined)).not.toContain(post);
    // Nobody takes the own place, and nobody else the empty one.
    expect(actingPosts(against, project, against)).toContain(post);
    for (const other of [people.clerk, people.supervisor, people.stranger])
      expect(actingPosts(other, project, against)).not.toContain(post);
  },
);

test("a handler's place is nobody's: the supervisor assigns another", () => {
  expect(actingPosts(people.manager, project, people.handler)).toEqual(["manager"]);
});
