import type { Attributes } from "../services/dynamodb/values.ts";
import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

const text = (item: Attributes, name: string) => {
  const value = item[name];
  return value !== undefined && "S" in value ? value.S : undefined;
};

/** Reactions that have not come are looked for after this. */
const LOOK = 121_000;

/**
 * Whatever is still owed stands where the sweep looks, no later than it is owed; what says that nothing is owed is right.
 * Only so is what a lost message would have done found by somebody.
 */
export function checkSight(ref: string, item: Attributes, document: Json, say: Say): void {
  const { outbox, alarm, armed, writtenAt } = document;
  const isPending = outbox.length > 0 || armed.epoch !== alarm.epoch;
  const settled = item["settled"];
  if (isPending && settled !== undefined && "BOOL" in settled && settled.BOOL)
    say("settled-is-true", `${ref}: outbox ${outbox.join()}, timer ${armed.epoch} of ${alarm.epoch}`);
  const bounds = [
    ...(alarm.at === undefined ? [] : [Date.parse(alarm.at)]),
    ...(isPending ? [Date.parse(writtenAt) + LOOK] : []),
  ];
  if (bounds.length === 0) return;
  const seen = text(item, "alarmSk");
  const isSeen =
    seen !== undefined &&
    /^A#\d/.test(text(item, "alarmShard") ?? "") &&
    instantOf(seen) <= Math.min(...bounds);
  if (!isSeen)
    say(
      "the-sweep-sees-what-is-owed",
      `${ref}: owed by ${new Date(Math.min(...bounds)).toISOString()}, in sight ${seen}`,
    );
}

/** A message that is neither out nor given up stands where the sweep looks, too. */
export function checkNoticeSight(ref: string, item: Attributes, notice: Json, say: Say): void {
  const state = notice.status.M.state.S;
  if (state !== "planned" && state !== "claimed") return;
  const by = Date.parse(notice.notBefore?.S ?? notice.plannedAt.S);
  const seen = text(item, "alarmSk");
  if (seen === undefined || instantOf(seen) > by)
    say("the-sweep-sees-what-is-owed", `${ref} ${state}: in sight ${seen}`);
}

/** Out of the sweep's sight only after a whole day of rescues. */
export function checkAside(ref: string, item: Attributes, now: number, say: Say): void {
  if (text(item, "alarmShard") !== "ASIDE") return;
  const at = Date.parse(text(item, "alarmSk")?.slice(0, 24) ?? "") || 0;
  if (now - at < 24 * 3_600_000) say("nothing-healthy-put-aside", ref);
}

/** The sort key of the alarm index begins with the instant. */
const instantOf = (sort: string) => Date.parse(sort.slice(0, sort.indexOf("#")));

const prefixes = { "C#": "c", "G#": "g" } as const;

/** The name of a document's schedule of an epoch; undefined for kinds whose names are digests. */
export function scheduleName(pk: string, document: Json, epoch: number): string | undefined {
  const prefix = prefixes[pk.slice(0, 2) as keyof typeof prefixes];
  const id = document.registration?.id ?? document.identity?.id;
  return prefix === undefined || id === undefined ? undefined : `${prefix}-${id}-${epoch}`;
}

/** A timer that is said to be set is set, for its instant. `scheduled` gives when a schedule will come. */
export function checkArmed(
  pk: string,
  document: Json,
  now: number,
  scheduled: (name: string) => number | undefined,
  say: Say,
): void {
  const { armed, alarm } = document;
  if (armed.epoch !== alarm.epoch || alarm.at === undefined) return;
  const at = Date.parse(alarm.at);
  // Sooner it is a message with a delay, and functions' clocks differ.
  if (at < now + 900_000 + 60_000) return;
  const name = scheduleName(pk, document, alarm.epoch);
  if (name === undefined) return;
  const next = scheduled(name);
  if (next === undefined || Math.abs(next - at) > 1000)
    say(
      "a-timer-that-is-set-is-set",
      `${name} for ${alarm.at}: ${next === undefined ? "no schedule" : new Date(next).toISOString()}`,
    );
}
