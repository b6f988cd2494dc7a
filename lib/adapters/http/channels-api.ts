import { clockSummaries } from "../../app/complaints/clock-view.ts";
import { trackingUrl } from "../../app/complaints/tracking.ts";
import { openBox, type Slip } from "../../app/intake/box.ts";
import { type IntakePorts, receiveComplaint } from "../../app/intake/intake.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { acknowledgementRoutes } from "../../contracts/acknowledgements/routes.ts";
import { roundEnvelope } from "../../contracts/channels/bodies.ts";
import { channelRoutes } from "../../contracts/channels/routes.ts";
import {
  complaintBodies,
  isPostedChannel,
  postedChannels,
  slipBody,
} from "../../contracts/complaints/bodies.ts";
import { ratingRoutes } from "../../contracts/ratings/routes.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { ChannelSystem } from "../../domain/organisation/channel-system.ts";
import { acknowledge, showAcknowledgement } from "./acknowledge-page.ts";
import { asChannel } from "./auth.ts";
import { intakeRequest, slipRequest } from "./intake-request.ts";
import { rateComplaint, showRating } from "./rating-page.ts";
import { type ProblemBody, problemBody, Refusal, refusalOf } from "./refusal.ts";
import { json } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { api, type Log, type RouteHandler } from "./router.ts";
import { validated } from "./validate.ts";

export type ChannelsPorts = IntakePorts & Pick<Ports, "channelSystems" | "boxes" | "publicUrl">;

/** The doors of the channel systems: one complaint at a time, or the slips of a complaint box. */
export function channelsApi(ports: () => Promise<ChannelsPorts>, log?: Log) {
  return api({
    name: "channels-api",
    routes: { ...channelRoutes, ...ratingRoutes, ...acknowledgementRoutes },
    ports,
    handlers: {
      receiveComplaint: receive,
      openBox: open,
      showAcknowledgement,
      acknowledge,
      showRating,
      rateComplaint,
    },
    log,
  });
}

const receive: RouteHandler<ChannelsPorts> = asChannel(async (ports, request, key) => {
  const { channel = "" } = request.parameters;
  if (!isPostedChannel(channel)) {
    throw new Refusal("unknown-channel", { values: { channel, known: postedChannels.join(", ") } });
  }
  allowChannel(key, channel);
  const raw = request.json();
  const body = validated(complaintBodies[channel], raw);
  allowProject(key, body.projectId);
  const source = { channel, system: key.system, by: { kind: "channel", id: key.system } } as const;
  const result = await receiveComplaint(ports, intakeRequest(source, request, raw, body));
  if (isProblem(result)) throw refusalOf(result);
  return json(result.created ? 201 : 200, registeredView(ports, result.complaint));
});

/** Answer to a registered complaint. */
export function registeredView(ports: Pick<Ports, "crypto" | "publicUrl">, complaint: Complaint) {
  return {
    id: complaint.registration.id,
    number: complaint.registration.number,
    trackingUrl: trackingUrl(ports, complaint),
    clocks: clockSummaries(complaint),
  };
}

interface RefusedSlip extends Pick<ProblemBody, "code" | "detail" | "errors"> {
  readonly slipId: string | null;
  readonly index: number;
}

const open: RouteHandler<ChannelsPorts> = asChannel(async (ports, request, key) => {
  allowChannel(key, "mailbox");
  const { slips: raw, ...round } = validated(roundEnvelope, request.json());
  allowProject(key, round.projectId);
  const good: (Slip & { readonly index: number })[] = [];
  const refused: RefusedSlip[] = [];
  for (const [index, value] of raw.entries()) {
    try {
      const slip = validated(slipBody, value);
      good.push({ slipId: slip.slipId, request: slipRequest(slip), index });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(refusedSlip(slipIdOf(value), index, error, request));
    }
  }
  const by = { kind: "channel", id: key.system } as const;
  const slips = good.map(({ slipId, request: told }) => ({ slipId, request: told }));
  const result = await openBox(ports, { ...round, system: key.system, by, slips });
  if (isProblem(result)) throw refusalOf(result);
  for (const { slipId, problem } of result.refused) {
    // A slip number used twice: it is the later slip that was refused.
    const index = good.findLast((slip) => slip.slipId === slipId)?.index ?? -1;
    refused.push(refusedSlip(slipId, index, refusalOf(problem), request));
  }
  return json(200, {
    accepted: result.accepted.map(({ slipId, complaint: { registration } }) => ({
      slipId,
      id: registration.id,
      number: registration.number,
    })),
    refused: refused.sort((a, b) => a.index - b.index),
  });
});

function refusedSlip(
  slipId: string | null,
  index: number,
  refusal: Refusal,
  request: ApiRequest,
): RefusedSlip {
  const { code, detail, errors } = problemBody(refusal, request.language, request.traceId);
  return { slipId, index, code, detail, ...(errors === undefined ? {} : { errors }) };
}

function slipIdOf(slip: unknown): string | null {
  if (typeof slip !== "object" || slip === null || !("slipId" in slip)) return null;
  return typeof slip.slipId === "string" ? slip.slipId.slice(0, 200) : null;
}

function allowChannel(key: ChannelSystem, channel: string): void {
  if (!key.channels.includes(channel)) throw new Refusal("channel-not-allowed", { values: { channel } });
}

function allowProject(key: ChannelSystem, projectId: string): void {
  if (key.projectIds !== undefined && !key.projectIds.includes(projectId)) {
    throw new Refusal("project-not-allowed", { path: "projectId" });
  }
}
