import type * as z from "zod";
import type { IntakeRequest } from "../../app/intake-request.ts";
import type { complaintBodies, deskBody, slipBody } from "../../contracts/complaint-body.ts";
import { canonicalJson } from "../../domain/complaint/chain.ts";
import { idempotencyKey } from "./idempotency.ts";
import { Refusal } from "./refusal.ts";
import type { ApiRequest } from "./request.ts";
import { missingField } from "./validate.ts";

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
 * The intake request behind a checked body. The hash covers the JSON as it came (`raw`), before defaults, so that
 * spacing and key order do not make another complaint of it. Throws invalid-request without any source id.
 */
export function intakeRequest(source: Source, request: ApiRequest, raw: unknown, body: Body): IntakeRequest {
  const { attachments, sourceId = idempotencyKey(request), ...told } = body;
  if (sourceId === undefined) throw missingField("sourceId");
  refuseUnknownUploads(attachments);
  return { ...told, ...source, sourceId, body: canonicalJson(raw) };
}

/** What a slip tells, without its number. */
export function slipRequest(slip: z.output<typeof slipBody>) {
  const { slipId: _, attachments, ...told } = slip;
  refuseUnknownUploads(attachments);
  return told;
}

/** Uploads are not offered yet, so no upload id is known; dropping one silently would lose evidence. */
function refuseUnknownUploads(attachments: readonly string[] | undefined): void {
  if (attachments !== undefined && attachments.length > 0) {
    throw new Refusal("unknown-upload", { path: "attachments.0" });
  }
}
