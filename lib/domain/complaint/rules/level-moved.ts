import { isSameClock } from "../../clocks/clock.ts";
import { wholeOf } from "../../policy/rung-id.ts";
import { earlier } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import { type Complaint, isOpen } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { isGrave, levelInForce } from "./levels.ts";
import { settled } from "./settling.ts";

/**
 * D11: what follows when joining or leaving a group has moved the level in force, or whether the group's plan counts for it:
 * clocks and duties go with it.
 */
export function levelMoved(before: Complaint, after: Complaint, context: Context): FactDraft[] {
  const isSame =
    levelInForce(before) === levelInForce(after) && before.group?.planned === after.group?.planned;
  if (!isOpen(after) || isSame) return [];
  const moved = settled(before, after, context);
  return isGrave(levelInForce(before)) ? moved : moved.map((one) => notLater(one, before));
}

/** A B has no quiet hours (D11): what the night had brought forward, or what is due and only late, keeps its instant. */
function notLater(moved: FactDraft, { clocks }: Complaint): FactDraft {
  const { fact } = moved;
  if (fact.type !== "clockRetimed") return moved;
  const pending = clocks
    .filter((clock) => isSameClock(clock, fact))
    .flatMap(({ rungs }) => rungs.filter(({ decidedAt }) => decidedAt === undefined));
  const rungs = fact.rungs.map((rung) => {
    const before = pending.filter(({ id }) => wholeOf(id) === wholeOf(rung.id)).map(({ at }) => at);
    return rung.decidedAt === undefined ? { ...rung, at: before.reduce(earlier, rung.at) } : rung;
  });
  return { ...moved, fact: { ...fact, rungs } };
}
