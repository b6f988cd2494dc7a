import { describe, expect, test } from "vitest";
import { recipientsOf } from "../../../lib/domain/escalation/recipients.ts";
import type { Person, Post } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { everybody, otherProject, people, project } from "../../support/organisation.ts";

const NOW = at("2026-02-13 10:00");

function ids(posts: readonly Post[], holder = {}, staff: readonly Person[] = everybody) {
  return recipientsOf(posts, holder, project, NOW, { people: staff, shifts: [] }).map(
    ({ personId }) => personId,
  );
}

function without(...gone: readonly Person[]): readonly Person[] {
  return everybody.filter((person) => !gone.includes(person));
}

describe("who hears of a rung", () => {
  test("before anybody is assigned: whoever holds the post of duty handler without a department", () => {
    expect(ids(["handler"])).toEqual(["duty-1"]);
  });

  test("an assigned complaint: its own handler and the head of its department", () => {
    const holder = { handlerId: "handler-1", departmentId: "engineering" };
    expect(ids(["handler", "department-head"], holder)).toEqual(["handler-1", "engineering-head"]);
  });

  test("a department without a named handler: its own handlers, not another department's", () => {
    expect(ids(["handler"], { departmentId: "engineering" })).toEqual(["handler-1"]);
  });

  test("nobody holds the post: the next higher post hears of it, flagged", () => {
    const staff = without(people.supervisor, people.manager);
    expect(recipientsOf(["supervisor", "manager"], {}, project, NOW, { people: staff, shifts: [] })).toEqual([
      { personId: "project-manager-1", post: "project-manager", insteadOf: "supervisor" },
    ]);
  });

  test("a handler who has left: the head of the department stands in, flagged", () => {
    const holder = { handlerId: "gone", departmentId: "engineering" };
    expect(recipientsOf(["handler"], holder, project, NOW, { people: everybody, shifts: [] })).toEqual([
      { personId: "engineering-head", post: "department-head", insteadOf: "handler" },
    ]);
  });

  test("a person who holds several of the posts hears once", () => {
    const both: Person = {
      ...people.supervisor,
      assignments: [...people.supervisor.assignments, ...people.manager.assignments],
    };
    expect(ids(["supervisor", "manager"], {}, [both])).toEqual(["supervisor-1"]);
  });

  test("posts reach their project, their region, and headquarters the whole company", () => {
    expect(ids(["manager"])).toEqual(["manager-1"]);
    expect(ids(["region"])).toEqual(["region-1"]);
    expect(
      recipientsOf(["region"], {}, otherProject, NOW, { people: everybody, shifts: [] }).map(
        ({ post }) => post,
      ),
    ).toEqual(["headquarters", "headquarters"]);
  });

  test("two departments of the same name in two projects are not confused", () => {
    const head: Person = {
      ...people.serviceHead,
      id: "two-hats",
      assignments: [
        { post: "department-head", projectId: project.id, departmentId: "service" },
        { post: "department-head", projectId: otherProject.id, departmentId: "engineering" },
      ],
    };
    expect(ids(["department-head"], { departmentId: "engineering" }, [head, people.manager])).toEqual([
      "manager-1",
    ]);
  });

  test("nobody up to headquarters: nobody, which the caller makes visible", () => {
    expect(ids(["handler", "headquarters"], {}, [people.clerk])).toEqual([]);
  });
});
