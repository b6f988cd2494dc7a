import { type ClockRule, clockNames, type Policy, type PublishedPolicy } from "./policy.ts";

/**
 * `policy` with the clocks it lacks as the first of `releases` (oldest first) that has them says, and with the ladders of
 * these. Throws RangeError when no release has one of today's clocks.
 */
export function completed(policy: PublishedPolicy, releases: readonly PublishedPolicy[]): Policy {
  if (isComplete(policy)) return policy;
  const clocks = { ...policy.clocks };
  let ladders = policy.ladders;
  for (const name of clockNames.filter((candidate) => clocks[candidate] === undefined)) {
    const release = releases.find((candidate) => candidate.clocks[name] !== undefined);
    const rule = release?.clocks[name];
    if (release === undefined || rule === undefined) continue;
    clocks[name] = rule;
    // A ladder of that name which the company has stays: it chose who is told.
    ladders = { ...laddersOf(rule, release), ...ladders };
  }
  const all: PublishedPolicy = { ...policy, clocks, ladders };
  if (!isComplete(all)) throw new RangeError(`policy ${policy.version} lacks a clock that no release has`);
  return all;
}

function isComplete(policy: PublishedPolicy): policy is Policy {
  return clockNames.every((name) => policy.clocks[name] !== undefined);
}

function laddersOf({ ladder, urgentLadder }: ClockRule, { ladders }: PublishedPolicy): Policy["ladders"] {
  return Object.fromEntries(
    Object.entries(ladders).filter(([name]) => name === ladder || name === urgentLadder),
  );
}
