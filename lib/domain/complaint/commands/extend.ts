import { dueAt, extendableClocks, isSameClock, keyOf } from "../../clocks/clock.ts";
import { replan } from "../../clocks/replan.ts";
import type { Personal } from "../../document/personal.ts";
import type { ClockName } from "../../policy/policy.ts";
import { defined } from "../../present.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import { timedClocks } from "../document.ts";
import { refuse } from "../refusal.ts";
import { replanned } from "../rules/clock-folds.ts";
import { draft } from "../rules/drafts.ts";
import { managers, whatever } from "../rules/posts.ts";
import { timingFor } from "../rules/timing.ts";
import type { StaffDefinition } from "./definition.ts";

interface Extend {
  readonly type: "extend";
  readonly clock: ClockName;
  /** The current cycle unless said otherwise. */
  readonly cycle?: number;
  readonly key?: string;
  readonly dueAt: Instant;
  readonly reason: Personal;
}

/** A later due instant, approved by the manager or project manager who gives the command. */
export const extend: StaffDefinition<Extend, "clockExtended"> = {
  name: "extend",
  rule: {
    clause: "default",
    zh: "经理或项目经理批准延期并注明原因；转办时限不能延",
    en: "Manager or project manager approves a later time and says why; a ticket's own stands",
  },
  from: whatever,
  posts: managers,
  fits: (complaint) =>
    timedClocks(complaint).some(
      ({ name, stoppedAt }) => stoppedAt === undefined && extendableClocks.includes(name),
    ),
  decide: (complaint, command, { now, by, ...rules }) => {
    const at = toInstant(now);
    const { clock: name, cycle = complaint.cycle, key, dueAt: asked, reason } = command;
    const wanted = { name, cycle, ...defined({ key }) };
    const clock = timedClocks(complaint).find((candidate) => isSameClock(candidate, wanted));
    if (clock === undefined || clock.stoppedAt !== undefined || by.kind !== "person")
      return refuse("nothing-to-extend");
    if (!extendableClocks.includes(name)) return refuse("not-extendable");
    if (asked <= dueAt(clock) || asked <= at) return refuse("extension-not-later");
    const extension = { at, dueAt: asked, approvedBy: by.id };
    const plan = replan(
      { ...clock, extensions: [extension] },
      timingFor(name, complaint, clock.cycle),
      rules,
      at,
    );
    // Another's ticket stands above our extension.
    if (dueAt({ name, ...plan }) < asked) return refuse("beyond-external-time");
    const fact = {
      type: "clockExtended",
      ...keyOf(clock),
      dueAt: asked,
      approvedBy: by.id,
      ...plan,
    } as const;
    return { drafts: [draft(fact, at, { reason })] };
  },
  folds: {
    clockExtended: (complaint, fact, { occurredAt }) => replanned(complaint, fact, occurredAt),
  },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
