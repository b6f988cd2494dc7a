import type * as z from "zod";
import { openBox, type Round, type Slip } from "../../../app/intake/box.ts";
import type { IntakePorts } from "../../../app/intake/intake.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, type Problem } from "../../../app/problems/problem.ts";
import type { roundEnvelope } from "../../../contracts/channels/bodies.ts";
import { slipBody } from "../../../contracts/complaints/bodies.ts";
import { defined } from "../../../domain/present.ts";
import { slipRequest } from "../complaints/intake-request.ts";
import { type ProblemBody, problemBody, RefusedRequest, refusalOf } from "../core/refusal.ts";
import type { ApiRequest } from "../core/request.ts";
import { validated } from "../core/validate.ts";

interface RefusedSlip extends Pick<ProblemBody, "code" | "detail" | "errors"> {
  readonly slipId: string | null;
  readonly index: number;
}

/** Registers one opening of a box, from a system or from the desk: what was accepted, and each slip that was not with why. */
export async function registerRound(
  ports: IntakePorts & Pick<Ports, "boxes">,
  source: Pick<Round, "system" | "by">,
  { slips: raw, ...round }: z.output<typeof roundEnvelope>,
  http: ApiRequest,
) {
  const { good, refused } = sorted(raw, http);
  const slips = good.map(({ slipId, request }) => ({ slipId, request }));
  const result = await openBox(ports, { ...round, ...source, slips });
  if (isProblem(result)) return result satisfies Problem;
  for (const { slipId, problem } of result.refused) {
    // A slip number used twice: it is the later slip that was refused.
    const index = good.findLast((slip) => slip.slipId === slipId)?.index ?? -1;
    refused.push(refusedSlip(slipId, index, refusalOf(problem), http));
  }
  return {
    accepted: result.accepted.map(({ slipId, complaint: { registration } }) => ({
      slipId,
      id: registration.id,
      number: registration.number,
    })),
    refused: refused.toSorted((a, b) => a.index - b.index),
  };
}

/** Each slip is checked for itself: a bad one names itself alone. */
function sorted(slips: readonly unknown[], http: ApiRequest) {
  const good: (Slip & { readonly index: number })[] = [];
  const refused: RefusedSlip[] = [];
  for (const [index, value] of slips.entries()) {
    try {
      const slip = validated(slipBody, value);
      good.push({ slipId: slip.slipId, request: slipRequest(slip), index });
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      refused.push(refusedSlip(slipIdOf(value), index, error, http));
    }
  }
  return { good, refused };
}

function refusedSlip(
  slipId: string | null,
  index: number,
  refusal: RefusedRequest,
  http: ApiRequest,
): RefusedSlip {
  const { code, detail, errors } = problemBody(refusal, http.language, http.traceId);
  return { slipId, index, code, detail, ...defined({ errors }) };
}

function slipIdOf(slip: unknown): string | null {
  if (typeof slip !== "object" || slip === null || !("slipId" in slip)) return null;
  return typeof slip.slipId === "string" ? slip.slipId.slice(0, 200) : null;
}
