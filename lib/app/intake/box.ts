import type { Complaint } from "../../domain/complaint/document.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type IntakePorts, receiveComplaint } from "./intake.ts";
import type { IntakeRequest } from "./intake-request.ts";

/** One slip from the box, its form already checked. */
export interface Slip {
  readonly slipId: string;
  readonly request: Omit<
    IntakeRequest,
    "channel" | "system" | "sourceId" | "by" | "body" | "projectId" | "receivedAt"
  >;
}

export interface Round {
  readonly system: string;
  readonly by: IntakeRequest["by"];
  readonly roundId: string;
  readonly projectId: string;
  readonly boxId: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly slips: readonly Slip[];
}

export interface RoundResult {
  readonly accepted: readonly { readonly slipId: string; readonly complaint: Complaint }[];
  readonly refused: readonly { readonly slipId: string; readonly problem: Problem }[];
}

/**
 * Registers the slips of one opening of a complaint box (投诉箱). The record clock of a slip runs from the opening;
 * a slip is known by box, round and slip number; a bad one never holds back the others.
 */
export async function openBox(
  ports: IntakePorts & Pick<Ports, "boxes">,
  round: Round,
): Promise<RoundResult | Problem> {
  const project = await ports.organisation.project(round.projectId);
  if (project === undefined) return problem("unknown-project", { path: "projectId" });
  const { roundId, boxId, projectId, openedAt, openedBy } = round;
  await ports.boxes.putRound({ roundId, boxId, projectId, openedAt, openedBy, slips: round.slips.length });
  const accepted: { slipId: string; complaint: Complaint }[] = [];
  const refused: { slipId: string; problem: Problem }[] = [];
  for (const { slipId, request } of round.slips) {
    const result = await receiveComplaint(ports, {
      ...request,
      channel: "mailbox",
      system: round.system,
      sourceId: JSON.stringify([boxId, roundId, slipId]),
      body: canonicalJson({ openedAt, request }),
      by: round.by,
      projectId,
      receivedAt: openedAt,
    });
    if (isProblem(result)) refused.push({ slipId, problem: result });
    else accepted.push({ slipId, complaint: result.complaint });
  }
  return { accepted, refused };
}
