import { type IntakePorts, receiveComplaint } from "../../../app/intake/intake.ts";
import type { IntakeRequest } from "../../../app/intake/intake-request.ts";
import { type AlreadyThere, standingFor } from "../../../app/intake/standing.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { hearSms } from "../../../app/residents/sms-reply.ts";
import { channelRoutes } from "../../../contracts/channels/routes.ts";
import { complaintBodies } from "../../../contracts/complaints/bodies.ts";
import type { ChannelSystem } from "../../../domain/organisation/channel-system.ts";
import { intakeRequest } from "../complaints/intake-request.ts";
import { registeredView } from "../complaints/registered-view.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forChannels, forChannelsReading, type ServingsOf } from "../core/serve.ts";
import { validated } from "../core/validate.ts";
import { registerRound } from "./box-round.ts";

export type ChannelsApiPorts = IntakePorts & Pick<Ports, "channelSystems" | "boxes" | "publicUrl">;

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
    const heard = await hearSms(ports, body, key.system);
    return isProblem(heard) ? heard : json(200, heard);
  }),

  openBox: forChannels(
    channelRoutes.openBox,
    async (ports: ChannelsApiPorts, { body, system: key, http }) => {
      const refusal = channelRefused(key, "mailbox") ?? projectRefused(key, body.projectId);
      if (refusal !== undefined) return refusal;
      const by = { kind: "channel", id: key.system } as const;
      const result = await registerRound(ports, { system: key.system, by }, body, http);
      return isProblem(result) ? result : json(200, result);
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

function channelRefused(key: ChannelSystem, channel: string): RefusedRequest | undefined {
  if (key.channels.includes(channel)) return undefined;
  return new RefusedRequest("channel-not-allowed", { values: { channel } });
}

function projectRefused(key: ChannelSystem, projectId: string): RefusedRequest | undefined {
  if (key.projectIds === undefined || key.projectIds.includes(projectId)) return undefined;
  return new RefusedRequest("project-not-allowed", { path: "projectId" });
}
