import type { Policy, RungRule } from "./policy.ts";

const HOUR = 60;

const fourFifths: RungRule = {
  id: "four-fifths",
  time: { kind: "share-of-time", percent: 80 },
  posts: ["handler", "department-head"],
  kind: "reminder",
};
const limit: RungRule = {
  id: "limit",
  time: { kind: "after-limit", workingMinutes: 0 },
  posts: ["supervisor", "manager"],
  kind: "escalation",
};
const plus4h: RungRule = {
  id: "plus-4h",
  time: { kind: "after-limit", workingMinutes: 4 * HOUR },
  posts: ["project-manager"],
  kind: "escalation",
};

/** From the limit on, the company's hierarchy is climbed post by post. */
const standard: readonly RungRule[] = [
  {
    id: "half",
    time: { kind: "share-of-time", percent: 50 },
    posts: ["handler", "department-head"],
    kind: "reminder",
  },
  fourFifths,
  limit,
  plus4h,
  {
    id: "plus-1d",
    time: { kind: "working-days-after-limit", days: 1, orSecondLimit: false },
    posts: ["region"],
    kind: "escalation",
  },
  {
    id: "headquarters",
    time: { kind: "working-days-after-limit", days: 2, orSecondLimit: true },
    posts: ["headquarters"],
    kind: "escalation",
  },
];

/** D11: A and B are reported to the manager and the project manager at once, as soon as the level is known. */
const grave: RungRule = {
  id: "grave",
  time: { kind: "after-start", minutes: 0 },
  posts: ["manager", "project-manager"],
  kind: "reminder",
  onlyIf: "grave",
};

/** Safety and 紧急: told at once, then every higher post within the hour (`default`). */
const urgent: readonly RungRule[] = [
  {
    id: "at-once",
    time: { kind: "after-start", minutes: 0 },
    posts: ["handler", "supervisor", "project-manager"],
    kind: "reminder",
  },
  { id: "plus-10min", time: { kind: "after-start", minutes: 10 }, posts: ["manager"], kind: "escalation" },
  { id: "plus-30min", time: { kind: "after-start", minutes: 30 }, posts: ["region"], kind: "escalation" },
  {
    id: "plus-60min",
    time: { kind: "after-start", minutes: 60 },
    posts: ["headquarters"],
    kind: "escalation",
  },
];

/** The ladders of `built-in-2` by name (`default`). Clocks inside the project stay inside it. */
export const ladders: Policy["ladders"] = {
  standard,
  result: [grave, ...standard],
  urgent,
  accept: [limit, plus4h],
  task: [fourFifths, limit, plus4h],
  desk: [
    {
      id: "desk-four-fifths",
      time: { kind: "share-of-time", percent: 80 },
      posts: ["clerk", "supervisor"],
      kind: "reminder",
    },
    limit,
    plus4h,
  ],
  daily: [
    {
      id: "daily-four-fifths",
      time: { kind: "share-of-time", percent: 80 },
      posts: ["supervisor"],
      kind: "reminder",
    },
    {
      id: "daily-limit",
      time: { kind: "after-limit", workingMinutes: 0 },
      posts: ["manager", "project-manager"],
      kind: "escalation",
    },
  ],
};
