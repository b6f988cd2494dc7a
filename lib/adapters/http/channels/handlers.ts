import { openBox, type Slip } from "../../../app/intake/box.ts";
import { type IntakePorts, receiveComplaint } from "../../../app/intake/intake.ts";
import type { IntakeRequest } from "../../../app/intake/intake-request.ts";
import { type AlreadyThere, standingFor } from "../../../app/intake/standing.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { hearSms } from "../../../app/residents/sms-reply.ts";
import { channelRoutes } from "../../../contracts/channels/routes.ts";
import { complaintBodies, slipBody } from "../../../contracts/complaints/bodies.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import { defined } from "../../../domain/present.ts";
import { intakeRequest, slipRequest } from "../complaints/intake-request.ts";
import { registeredView } from "../complaints/registered-view.ts";
import { type ProblemBody, problemBody, RefusedRequest, refusalOf } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forChannels, forChannelsReading, type ServingsOf } from "../core/serve.ts";
import { validated } from "../core/validate.ts";

export type ChannelsApiPorts = IntakePorts & Pick<Ports, "channelSystems" | "boxes" | "publicUrl">;

interface RefusedSlip extends Pick<ProblemBody, "code" | "detail" | "errors"> {
  readonly slipId: string | null;
  readonly index: number;
}

/** The doors of the channel systems: one complaint at a time, or the slips of a complaint box. */
export const channelHandlers = {
  receiveComplaint: forChannelsReading(
    channelRoutes.receiveComplaint,
    standsAlready,
    async (ports: ChannelsApiPorts, asked) => {
      const { params, system: key, http, ahead } = asked;
      const { channel } = params;
      const refused = channelRefused(key, channel);
      if (refused !== undefined) return refused;
      const body = validated(complaintBodies[channel], http.json());
      const elsewhere = projectRefused(key, body.projectId);
      if (elsewhere !== undefined) return elsewhere;
      const result = await receiveComplaint(
        ports,
        intakeRequest(sourceOf(key.system, channel), asked, body),
        await ahead,
      );
      if (isProblem(result)) return result;
      return json(result.created ? 201 : 200, registeredView(ports, result.complaint));
    },
  ),

  hearSms: forChannels(channelRoutes.hearSms, async (ports: ChannelsApiPorts, { body, system: key }) => {
    const refused = channelRefused(key, "sms");
    if (refused !== undefined) return refused;
    const heard = await hearSms(ports, body);
    return isProblem(heard) ? heard : json(200, heard);
  }),

  openBox: forChannels(
    channelRoutes.openBox,
    async (ports: ChannelsApiPorts, { body, system: key, http }) => {
      const { slips: raw, ...round } = body;
      const refusal = channelRefused(key, "mailbox") ?? projectRefused(key, round.projectId);
      if (refusal !== undefined) return refusal;
      const { good, refused } = sorted(raw, http);
      const by = { kind: "channel", id: key.system } as const;
      const slips = good.map(({ slipId, request }) => ({ slipId, request }));
      const result = await openBox(ports, { ...round, system: key.system, by, slips });
      if (isProblem(result)) return result;
      for (const { slipId, problem } of result.refused) {
        // A slip number used twice: it is the later slip that was refused.
        const index = good.findLast((slip) => slip.slipId === slipId)?.index ?? -1;
        refused.push(refusedSlip(slipId, index, refusalOf(problem), http));
      }
      return json(200, {
        accepted: result.accepted.map(({ slipId, complaint: { registration } }) => ({
          slipId,
          id: registration.id,
          number: registration.number,
        })),
        refused: refused.toSorted((a, b) => a.index - b.index),
      });
    },
  ),
} satisfies ServingsOf<typeof channelRoutes, ChannelsApiPorts>;

function sourceOf<C extends IntakeRequest["channel"]>(system: string, channel: C) {
  return { channel, system, by: { kind: "channel", id: system } } as const;
}

/** What stands already of a complaint that is well told; whatever is wrong with it is said when the system is known. */
async function standsAlready(
  ports: ChannelsApiPorts,
  system: string,
  http: ApiRequest,
): Promise<AlreadyThere | undefined> {
  const { data: params } = channelRoutes.receiveComplaint.params.safeParse(http.parameters);
  const sent = http.optionalJson();
  const parsed = params === undefined ? undefined : complaintBodies[params.channel].safeParse(sent);
  if (params === undefined || parsed?.success !== true) return undefined;
  const sourceId = parsed.data.sourceId ?? http.header("idempotency-key")?.trim();
  if (sourceId === undefined) return undefined;
  return standingFor(ports, { ...parsed.data, channel: params.channel, system, sourceId });
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

function channelRefused(key: ChannelSystem, channel: string): RefusedRequest | undefined {
  if (key.channels.includes(channel)) return undefined;
  return new RefusedRequest("channel-not-allowed", { values: { channel } });
}

function projectRefused(key: ChannelSystem, projectId: string): RefusedRequest | undefined {
  if (key.projectIds === undefined || key.projectIds.includes(projectId)) return undefined;
  return new RefusedRequest("project-not-allowed", { path: "projectId" });
}
