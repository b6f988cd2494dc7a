import type { OnDuty } from "../../domain/clocks/audience.ts";
import type { Rules } from "../../domain/clocks/start.ts";
import type { Command } from "../../domain/complaint/commands/index.ts";
import { decide } from "../../domain/complaint/decide.ts";
import type { Recipients } from "../../domain/complaint/decision.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { filesStored } from "../../domain/complaint/rules/drafts.ts";
import { mayRecall } from "../../domain/document/archive.ts";
import type { Actor, DeviceTime } from "../../domain/document/event.ts";
import type { Post } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { changed } from "../documents/change.ts";
import type { Ports } from "../ports/index.ts";
import type { TakenFiles } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type Wanted, wantedFor } from "../webhooks/wanted.ts";
import { tooManyMessages } from "./messages-a-day.ts";
import { seal } from "./seal.ts";

export interface Change {
  readonly command: Command;
  readonly by: Actor;
  /** The posts the person holds for the complaint's project. */
  readonly posts?: readonly Post[];
  /** The absent people whom this one stands in for. */
  readonly standsInFor?: readonly string[];
  /** Stored on the events: if the document already holds it, the command has succeeded before. */
  readonly commandId: string;
  /** Short digest of the command's content. */
  readonly request: string;
  /** A check on the document that is about to be changed (version, rights); runs again after a lost race. */
  readonly check?: (complaint: Complaint) => Problem | undefined;
  readonly recipients?: Recipients;
  readonly onDuty?: OnDuty;
  /** When the device of the person gave it. */
  readonly device?: DeviceTime;
  /** Files that go with the command. */
  readonly taken?: TakenFiles;
  /** Everything is decided, nothing is written. */
  readonly isTrial?: boolean;
}

export interface Changed {
  readonly complaint: Complaint;
  /** False when nothing had to change or the command had been carried out before. */
  readonly written: boolean;
}

type ChangePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "webhooks">;

/** Carries a command out on a loaded document: decide, seal, one conditional write; again after a lost race. */
export async function change(
  ports: ChangePorts,
  loaded: Complaint,
  what: Change,
): Promise<Changed | Problem> {
  const { projectId, timeZone } = loaded.registration;
  const [rules, wanted] = await Promise.all([
    ports.rules.forProject(projectId, timeZone, loaded.clocks),
    wantedFor(ports),
  ]);
  const result = await changed(
    loaded,
    async (current) =>
      (await wasCarriedOut(ports, current, what.commandId))
        ? current
        : next(ports, current, what, { rules, wanted }),
    (after, revision) =>
      what.isTrial === true ? Promise.resolve({}) : ports.complaints.replace(after, revision),
    (current) => problem("busy", { current }),
  );
  return isProblem(result) ? result : { complaint: result.document, written: result.written };
}

/** True if the history holds an event of this command, also where it has left the document. */
async function wasCarriedOut(
  { complaints, crypto }: Pick<ChangePorts, "complaints" | "crypto">,
  complaint: Complaint,
  commandId: string,
): Promise<boolean> {
  if (carriedOut(complaint, commandId)) return true;
  return mayRecall(complaint, commandId, (text) => crypto.digest(text))
    ? carriedOut(await complaints.whole(complaint), commandId)
    : false;
}

/** True if the document holds an event of this command. */
export function carriedOut(complaint: Complaint, commandId: string): boolean {
  return complaint.events.some((event) => event.commandId === commandId);
}

/** The same as a question about one document. */
export function givenTo(complaint: Complaint): (commandId: string) => boolean {
  return (commandId) => carriedOut(complaint, commandId);
}

function next(
  ports: Pick<ChangePorts, "clock" | "crypto">,
  complaint: Complaint,
  what: Change,
  { rules, wanted }: { readonly rules: Rules; readonly wanted: Wanted },
): Complaint | Problem {
  const refused = what.check?.(complaint);
  if (refused !== undefined) return refused;
  const now = ports.clock.now();
  if (tooManyMessages(complaint, what.command, toInstant(now))) {
    return problem("too-many-messages", { current: complaint });
  }
  const decision = decide(complaint, what.command, {
    ...rules,
    now,
    by: what.by,
    ...defined({
      posts: what.posts,
      standsInFor: what.standsInFor,
      recipients: what.recipients,
      onDuty: what.onDuty,
    }),
  });
  if ("refused" in decision) {
    const { refused: code, ...more } = decision;
    return problem(code, { ...more, current: complaint });
  }
  if (decision.drafts.length === 0) return complaint;
  const files = what.taken === undefined ? [] : filesStored(what.taken, toInstant(now));
  const recording = {
    recordedAt: toInstant(now),
    by: what.by,
    commandId: what.commandId,
    request: what.request,
    ...defined({ device: what.device }),
  };
  const digest = (text: string) => ports.crypto.digest(text);
  return seal(complaint, [...decision.drafts, ...files], recording, digest, wanted);
}
