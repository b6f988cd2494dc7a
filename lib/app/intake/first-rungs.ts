import type { Rules } from "../../domain/clocks/start.ts";
import { decide } from "../../domain/complaint/decide.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { isOnDuty, type Staffing } from "../../domain/organisation/holders.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { fromInstant, type Instant } from "../../domain/time/instant.ts";
import { seal } from "../complaints/seal.ts";
import type { Ports } from "../ports/index.ts";
import type { Wanted } from "../webhooks/wanted.ts";

interface Scene {
  readonly rules: Rules;
  readonly project: Project;
  readonly staffing: Staffing;
  readonly now: Instant;
  readonly wanted: Wanted;
}

/**
 * Whoever must hear of a new complaint at once is decided on with its registration, in the same write: a timer for an
 * instant that has come already would only read it, decide the same and write it again.
 */
export function firstRungs(
  { crypto }: Pick<Ports, "crypto">,
  registered: Complaint,
  { rules, project, staffing, now, wanted }: Scene,
): { readonly complaint: Complaint; readonly commandId: string } {
  const { alarm, revision } = registered;
  const commandId = `alarm:${alarm.epoch}:${crypto.randomId()}`;
  if (alarm.at === undefined || alarm.at > now) return { complaint: registered, commandId };
  const by = { kind: "timer" } as const;
  const decision = decide(
    registered,
    { type: "fire-rungs" },
    {
      ...rules,
      now: fromInstant(now),
      by,
      recipients: (posts, current) => recipientsOf(posts, current, project, now, staffing),
      onDuty: (personId, when) => isOnDuty(personId, project, when, staffing),
    },
  );
  if ("refused" in decision) throw new Error(`rungs of a registration: ${decision.refused}`);
  const recording = { recordedAt: now, by, commandId, request: "" };
  const decided = seal(registered, decision.drafts, recording, (text) => crypto.digest(text), wanted);
  return { complaint: { ...decided, revision }, commandId };
}
