import { describe, expect, test } from "vitest";
import { noticesRelease, noticesReleases } from "../../../lib/domain/calendar/index.ts";
import { classListVersion, complaintClasses } from "../../../lib/domain/classification/class-list.ts";
import {
  classCodes,
  estateClassOf,
  planClassOf,
  serviceClassOf,
  tierClassOf,
  viewsVersion,
} from "../../../lib/domain/classification/classes.ts";
import { levelDuties, stepsVersion, urgencyDuties } from "../../../lib/domain/complaint/rules/duties.ts";
import { builtInEmergencyPolicy } from "../../../lib/domain/emergencies/emergency-policy.ts";
import { builtInPolicy, releasedPolicies } from "../../../lib/domain/policy/built-in.ts";
import { builtInGroupPolicy } from "../../../lib/domain/policy/group-policy.ts";
import { builtInNoticePolicy } from "../../../lib/domain/policy/notice-policy.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import { builtInTicketPolicy } from "../../../lib/domain/policy/ticket-policy.ts";
import { stateOf } from "../frozen.ts";

const addPolicy =
  "Add a version: copy the file to lib/domain/policy/built-in-<next>.ts, change the copy, put it last in built-in.ts, and pin its digest here.";
const addNumbers =
  "Every policy that says nothing of its own means these numbers: put the new ones into a new built-in version.";
const addNotices =
  "Add a version: a further release in lib/domain/calendar/notices/index.ts, in force in place of this one, and its digest here.";
const addClasses =
  "Give the class list a new version and pin its digest here; a published code keeps its meaning.";
const addViews =
  "Give the mapping a new viewsVersion and pin its digest here: figures say under which one they were counted.";
const addSteps =
  "Give the compulsory steps a new stepsVersion and pin its digest here; say in the CHANGELOG what open complaints now need.";

const policies: Readonly<Record<string, string>> = {
  "built-in-1": "96eae46f84967022",
  "built-in-2": "d53f57b5725dccec",
  "built-in-3": "09153dd471c89f3b",
};
const calendars: Readonly<Record<string, string>> = { "cn-2026.1": "ffbad005da2f6478" };
const classLists: Readonly<Record<string, string>> = { "k8.3-f2-1": "b1798dfc28441526" };
const views: Readonly<Record<string, string>> = { "views-1": "bd4a0cabab7d628d" };
const steps: Readonly<Record<string, string>> = { "steps-1": "0692dec46d46375f" };

describe("what has been released never changes", () => {
  test.each(releasedPolicies.map((policy) => [policy.version, policy] as const))(
    "policy %s",
    (version, policy) => {
      expect(stateOf(version, policy, policies[version] ?? "", addPolicy)).toBe("as released");
    },
  );

  test.each([
    ["groups", builtInGroupPolicy, "259373371ff90682"],
    ["notices", builtInNoticePolicy, "b31c549a184fee38"],
    ["reporting", builtInReportingPolicy, "abfdc82669651fc8"],
    ["tickets", builtInTicketPolicy, "b4c8907b6c0bc970"],
    ["emergencies", builtInEmergencyPolicy, "e16328d617afb325"],
  ])("the built-in numbers for %s", (name, numbers, digest) => {
    expect(stateOf(`The built-in numbers for ${name}`, numbers, digest, addNumbers)).toBe("as released");
  });

  test.each(noticesReleases.map((release) => [release.version, release] as const))(
    "calendar %s",
    (version, release) => {
      expect(stateOf(version, release, calendars[version] ?? "", addNotices)).toBe("as released");
    },
  );

  test("the class list, its mapping to the other lists, the compulsory steps", () => {
    expect(stateOf(classListVersion, complaintClasses, classLists[classListVersion] ?? "", addClasses)).toBe(
      "as released",
    );
    const mapping = classCodes.map((code) => [
      code,
      estateClassOf(code),
      planClassOf(code),
      tierClassOf(code),
      serviceClassOf(code),
    ]);
    expect(stateOf(viewsVersion, mapping, views[viewsVersion] ?? "", addViews)).toBe("as released");
    expect(stateOf(stepsVersion, { levelDuties, urgencyDuties }, steps[stepsVersion] ?? "", addSteps)).toBe(
      "as released",
    );
  });

  test("no release is ever taken out, and the last one is in force", () => {
    expect(releasedPolicies.map(({ version }) => version)).toEqual(Object.keys(policies));
    expect(releasedPolicies.at(-1)).toBe(builtInPolicy);
    expect(noticesReleases.map(({ version }) => version)).toEqual(Object.keys(calendars));
    expect(noticesReleases.at(-1)).toBe(noticesRelease);
    expect(Object.keys(classLists).at(-1)).toBe(classListVersion);
    expect(Object.keys(views).at(-1)).toBe(viewsVersion);
    expect(Object.keys(steps).at(-1)).toBe(stepsVersion);
  });

  test("D12: seven days instead of five is told to be a version of its own", () => {
    const { clocks } = builtInPolicy;
    const [first] = clocks.result.limits;
    const seven = { limit: { kind: "working-days", days: 7 }, clause: "D12" };
    const changed = {
      ...builtInPolicy,
      clocks: { ...clocks, result: { ...clocks.result, limits: [first, seven] } },
    };
    expect(stateOf(changed.version, changed, policies[changed.version] ?? "", addPolicy)).toMatch(
      /^built-in-3 has been released and never changes: .* Add a version/,
    );
  });
});
