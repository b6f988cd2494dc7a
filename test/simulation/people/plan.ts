import { drawFaults, drawMix, type Fault, type FaultMix } from "../engine/faults.ts";
import { Random } from "../engine/random.ts";
import { type CasePlan, channels } from "./residents.ts";

/** Things that happen to the company beside complaints. */
export const affairs = [
  "emergency",
  "submission",
  "policy",
  "calendar",
  "leaver",
  "bounce",
  "rating",
  "groups",
  "webhook",
] as const;

export interface AffairPlan {
  readonly n: number;
  readonly kind: "affair";
  readonly what: (typeof affairs)[number];
  readonly at: number;
  readonly project: number;
}

/** All that the seed lets happen, numbered: what `--keep` keeps. */
export interface Plan {
  readonly mix: FaultMix;
  readonly cases: readonly CasePlan[];
  readonly affairs: readonly AffairPlan[];
  readonly faults: readonly Fault[];
}

/** A plan by itself, with when it begins: what a kept run is. */
export interface Happening extends Pick<Plan, "cases" | "affairs" | "faults"> {
  readonly startAt: number;
}

const DAY = 86_400_000;
const PROJECTS = 3;

/** Mornings in Shanghai: before the month turns, before long holidays with worked weekends around them. */
const STARTS = ["2026-03-30", "2026-03-31", "2026-04-30", "2026-02-13", "2026-09-29"];

export interface Drawn {
  readonly startAt: number;
  readonly plan: Plan;
}

/** What a seed lets happen, and when it begins. */
export function drawnFor(seed: number, days: number, perDay: number): Drawn {
  const random = new Random(`seed ${seed}`);
  const startAt = Date.parse(`${random.fork("start").pick(STARTS)}T00:30:00Z`);
  return { startAt, plan: drawPlan(random.fork("plan"), startAt, days, perDay) };
}

/** Draws a run of so many days; `perDay` complaints a day, in bursts and alone. */
function drawPlan(random: Random, startAt: number, days: number, perDay: number): Plan {
  const cases: CasePlan[] = [];
  let n = 0;
  const count = Math.max(1, Math.round(perDay * days));
  while (cases.length < count) {
    const own = random.fork(`case ${cases.length}`);
    const at = Math.round(startAt + own.unit() * days * DAY);
    const project = own.int(0, PROJECTS - 1);
    const isBurst = own.chance(0.1);
    // Five are a group and four are none (D11): the edge is where mistakes are.
    const members = isBurst ? own.pick([4, 5, 5, 5, 6, 8]) : 1;
    for (let member = 0; member < members; member += 1) {
      n += 1;
      const door = isBurst ? own.pick(["phone", "web", "desk", "wechat"] as const) : own.pick(channels);
      cases.push({
        n,
        kind: "case",
        at: at + (isBurst ? own.int(0, 40) * 60_000 : 0),
        door,
        project,
        ...(isBurst ? { burst: n - member } : {}),
      });
    }
  }
  const others: AffairPlan[] = [];
  // Somebody takes most groups in hand, an hour or some after they came to be.
  for (const { at, project, burst } of cases.filter((one) => one.burst === one.n)) {
    const own = random.fork(`group ${burst}`);
    if (!own.chance(0.7)) continue;
    n += 1;
    others.push({ n, kind: "affair", what: "groups", at: at + own.int(50, 300) * 60_000, project });
  }
  // A few kinds, each several times: what one of them leads to is not covered up by the others.
  const kinds = random.fork("affairs").shuffled(affairs).slice(0, 3);
  for (let index = 0; index < Math.ceil(days * 3); index += 1) {
    const own = random.fork(`affair ${index}`);
    n += 1;
    others.push({
      n,
      kind: "affair",
      what: own.pick(kinds),
      at: Math.round(startAt + own.unit() * days * DAY),
      project: own.int(0, PROJECTS - 1),
    });
  }
  const mix = drawMix(random.fork("mix"));
  const faults = drawFaults(mix, n + 1, startAt, days, random.fork("faults"));
  return { mix, cases, affairs: others, faults };
}

/** The part of a plan that has these numbers; all of it for none. */
export function kept(plan: Plan, keep: readonly number[] | undefined): Plan {
  if (keep === undefined) return plan;
  const stays = ({ n }: { readonly n: number }) => keep.includes(n);
  return {
    ...plan,
    cases: plan.cases.filter(stays),
    affairs: plan.affairs.filter(stays),
    faults: plan.faults.filter(stays),
  };
}
