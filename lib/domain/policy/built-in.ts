import type { Policy, RungRule } from "./policy.ts";

const HOUR = 60;

/** From the limit on, both ladders climb alike. */
const afterTheLimit: readonly RungRule[] = [
  {
    id: "limit",
    time: { kind: "after-limit", workingMinutes: 0 },
    posts: ["supervisor", "manager"],
    kind: "escalation",
  },
  {
    id: "plus-4h",
    time: { kind: "after-limit", workingMinutes: 4 * HOUR },
    posts: ["project-manager"],
    kind: "escalation",
  },
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

/** The built-in policy: the sources' own limits, and our `default` where they are silent (handbook 1, Clocks). */
export const builtInPolicy: Policy = {
  version: "built-in-1",
  clocks: {
    firstReply: {
      limits: [{ limit: { kind: "natural", minutes: 24 * HOUR }, clause: "D6" }],
      urgentLimits: [{ limit: { kind: "natural", minutes: 30 }, clause: "D6 default" }],
    },
    result: {
      limits: [
        { limit: { kind: "working-days", days: 3 }, clause: "D6" },
        { limit: { kind: "working-days", days: 5 }, clause: "D12" },
      ],
      urgentLimits: [{ limit: { kind: "natural", minutes: 24 * HOUR }, clause: "default" }],
    },
  },
  ladder: [
    {
      id: "half",
      time: { kind: "share-of-time", percent: 50 },
      posts: ["handler", "department-head"],
      kind: "reminder",
    },
    {
      id: "four-fifths",
      time: { kind: "share-of-time", percent: 80 },
      posts: ["handler", "department-head"],
      kind: "reminder",
    },
    ...afterTheLimit,
  ],
  urgentLadder: [
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
  ],
  quietHours: { from: "21:00", to: "08:00", earlyIfDueWithinMinutes: 4 * HOUR },
  followUp: { attempts: 3, days: 2, satisfiedFrom: 4 },
  periodStartDay: 1,
};
