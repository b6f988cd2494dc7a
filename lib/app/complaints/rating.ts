import type { Complaint } from "../../domain/complaint/document.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { commandIdOf, salted } from "../documents/ids.ts";
import { recipientsAt } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { change, givenTo } from "./change.ts";
import { track } from "./tracking.ts";

export interface Rating {
  readonly grade: number;
  /** Compulsory below the satisfied grades. */
  readonly text?: string;
}

type RatingPorts = Pick<Ports, "clock" | "crypto" | "complaints" | "organisation" | "rules" | "webhooks">;

/**
 * The complainant grades how the complaint was handled (D4, D13): once for each time it was resolved, while it is not
 * closed yet. The same again changes nothing; another grade, or one the desk has recorded, is rated-before.
 */
export async function rate(
  ports: RatingPorts,
  number: string,
  secret: string,
  { grade, text }: Rating,
): Promise<Complaint | Problem> {
  const complaint = await track(ports, number, secret);
  if (complaint === undefined) return problem("unknown-complaint");
  const wasGiven = givenTo(complaint);
  const words = `rating:${grade}:${text ?? ""}`;
  const prefix = `rating:${complaint.cycle}`;
  const commandId = commandIdOf(ports.crypto, prefix, words, wasGiven);
  const request = commandId.slice(prefix.length + 1);
  const result = await change(ports, complaint, {
    command: {
      type: "opinion",
      grade,
      ...(text === undefined ? {} : { text: salted(ports.crypto, text) }),
    },
    by: { kind: "customer" },
    recipients: await recipientsAt(ports, complaint.registration.projectId, toInstant(ports.clock.now())),
    commandId,
    request,
    check: ({ opinion }) => (opinion === undefined ? undefined : problem("rated-before")),
  });
  return isProblem(result) ? result : result.complaint;
}
