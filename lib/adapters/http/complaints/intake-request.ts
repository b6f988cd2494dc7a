import type * as z from "zod";
import type { IntakeRequest } from "../../../app/intake/intake-request.ts";
import type { complaintBodies, deskBody, slipBody } from "../../../contracts/complaints/bodies.ts";
import { canonicalJson } from "../../../domain/document/chain.ts";
import type { Asked } from "../core/serve.ts";
import { missingField } from "../core/validate.ts";

type Body =
  | z.output<(typeof complaintBodies)[keyof typeof complaintBodies]>
  | Omit<z.output<typeof deskBody>, "channel">;

/** Who brings a complaint and through which channel. */
export interface Source {
  readonly channel: IntakeRequest["channel"];
  readonly system: string;
  readonly by: IntakeRequest["by"];
}

/**
 * The intake request behind a checked body. The hash covers the JSON as it came, before defaults, so that spacing and key
 * order do not make another complaint of it. Throws invalid-request without any source id.
 */
export function intakeRequest(
  source: Source,
  { http, key }: Pick<Asked<unknown, unknown, unknown, string | undefined>, "http" | "key">,
  body: Body,
): IntakeRequest {
  const { sourceId = key, ...told } = body;
  if (sourceId === undefined) throw missingField("sourceId");
  const received = http.json();
  const whole = canonicalJson(received);
  if (body.external === undefined) return { ...told, ...source, sourceId, body: whole };
  // A ticket is known by its own number: sent again under another id it is the same.
  return { ...told, ...source, sourceId, body: canonicalJson(withoutSource(received)), formerBody: whole };
}

function withoutSource(received: unknown): unknown {
  if (typeof received !== "object" || received === null) return received;
  return Object.fromEntries(Object.entries(received).filter(([field]) => field !== "sourceId"));
}

/** What a slip tells, without its number. */
export function slipRequest(slip: z.output<typeof slipBody>) {
  const { slipId: _, ...told } = slip;
  return told;
}
