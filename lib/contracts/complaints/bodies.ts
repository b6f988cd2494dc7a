import * as z from "zod";
import { type ClassCode, classCodes } from "../../domain/classification/classes.ts";
import { type Channel, channelNames } from "../../domain/classification/sources.ts";
import { statuses } from "../../domain/complaint/document.ts";
import {
  complainantKinds,
  intakes,
  levels,
  manners,
  recordKinds,
  urgencies,
} from "../../domain/complaint/events.ts";
import { ticketKinds } from "../../domain/complaint/tickets.ts";
import { languages } from "../../domain/organisation/language.ts";
import { shownReasons } from "../../domain/person-data/read.ts";
import { cursor, limit } from "../core/queries.ts";
import { email, id, instant, line, month, text } from "../core/text.ts";
import { uploads } from "../core/uploads.ts";

export const classCode = z.enum(classCodes satisfies readonly ClassCode[]).meta({
  id: "ClassCode",
  description: "K8.3-F2 class (D5), two or three parts",
});

export const complainant = z.strictObject({
  name: line(100).exactOptional(),
  kind: z.enum(complainantKinds).exactOptional(),
  phone: line(40).exactOptional(),
  email: email.exactOptional(),
  anonymous: z.boolean().exactOptional(),
  language: z.enum(languages).exactOptional().meta({ description: "Stands first in what we write" }),
});

export const location = z.strictObject({
  area: line(40).exactOptional(),
  building: line(40).exactOptional(),
  unit: line(40).exactOptional(),
  room: line(40).exactOptional(),
});

const against = z.strictObject({
  text: text(400),
  departmentId: id.exactOptional(),
  personId: id.exactOptional(),
});

const external = z
  .strictObject({
    system: line(100).meta({
      description: "Platform (12345, 街道, 住建局); a ticket is known by it and its number",
    }),
    ticketNo: line(100),
    unit: line(100),
    dueAt: instant.meta({ description: "办理时限 as instructed" }),
    kind: z.enum(ticketKinds).exactOptional(),
    demand: text(2000)
      .exactOptional()
      .meta({ description: "诉求: what the citizen wants, where the matter does not say it" }),
    signBy: instant.exactOptional().meta({ description: "签收/退单时限; absent: the policy's" }),
  })
  .meta({ description: "转办工单: a ticket with its own time, which only its platform can extend" });

/** What a person tells, whatever brought it: the part that box slips and the desk share with every channel. */
const told = {
  matter: text(4000),
  complainant: complainant.exactOptional(),
  location: location.exactOptional(),
  occurredAt: instant.exactOptional(),
  place: text(400).exactOptional(),
  against: against.exactOptional(),
  requestedReplyAt: instant.exactOptional(),
  classCode: classCode.exactOptional(),
  level: z.enum(levels).exactOptional(),
  urgency: z.enum(urgencies).exactOptional(),
  safety: z.boolean().exactOptional(),
  manner: z.enum(manners).exactOptional(),
  recordKind: z.enum(recordKinds).exactOptional(),
  headcount: z.int().min(1).max(100_000).exactOptional(),
  signatories: text(4000).exactOptional(),
  originalAt: line(200).exactOptional(),
  withheld: z.boolean().exactOptional(),
  intake: z.enum(intakes).exactOptional(),
  attachments: uploads.exactOptional(),
  external: external.exactOptional(),
};

const phoneData = z.strictObject({
  callId: line(200),
  caller: line(40),
  callee: line(40),
  agent: line(100),
  startedAt: instant,
  recordingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .exactOptional(),
});

const channelData = z
  .record(line(64), z.union([text(1000), z.number(), z.boolean()]))
  .check(({ value, issues }) => {
    if (Object.keys(value).length > 40) {
      issues.push({ code: "too_big", origin: "object", maximum: 40, inclusive: true, input: value });
    }
  })
  .meta({ description: "Facts of the channel, kept with the complaint" });

const sent = { projectId: id, sourceId: id.exactOptional(), receivedAt: instant.exactOptional(), ...told };

const general = z
  .strictObject({ ...sent, channelData: channelData.exactOptional() })
  .meta({ id: "ComplaintBody" });
const byPhone = z
  .strictObject({ ...sent, channelData: phoneData.exactOptional() })
  .meta({ id: "PhoneComplaintBody" });
const byGovernment = z
  .strictObject({ ...sent, external, channelData: channelData.exactOptional() })
  .meta({ id: "GovernmentComplaintBody" });

/** Channels with `POST /channels/{channel}/complaints`; slips of the complaint box (投诉箱) come by round. */
export const postedChannels = channelNames.filter((name) => name !== "mailbox");
export type PostedChannel = Exclude<Channel, "mailbox">;

/** The complaint body of each channel; unknown fields are refused. */
export const complaintBodies = {
  phone: byPhone,
  web: general,
  visit: general,
  oral: general,
  wechat: general,
  sms: general,
  letter: general,
  forum: general,
  press: general,
  relay: general,
  email: general,
  government: byGovernment,
} as const satisfies Record<PostedChannel, z.ZodType>;

/** The complaint of a box slip: project and time of receipt are those of the round. */
export const slipBody = z.strictObject({ slipId: id, ...told, channelData: channelData.exactOptional() });

/** Registered by our own staff: visits (来访, D3) unless another channel is named. */
export const deskBody = z
  .strictObject({
    channel: z.enum(postedChannels).exactOptional(),
    ...sent,
    channelData: channelData.exactOptional(),
  })
  .check(({ value, issues }) => {
    if (value.channel === "government" && value.external === undefined) {
      issues.push({ code: "custom", params: { rule: "required" }, path: ["external"], input: value });
    }
  })
  .meta({ id: "DeskComplaintBody" });

/** `GET /complaints`: work lists and search; `q` is what somebody remembers of it. */
export const changesQuery = z.strictObject({
  after: line(200).exactOptional().meta({ description: "The stamp of the answer before" }),
});

export const complaintQuery = z.strictObject({
  projectId: id.exactOptional(),
  status: z.enum(statuses).exactOptional(),
  level: z.enum(levels).exactOptional(),
  channel: z.enum(channelNames).exactOptional(),
  handler: id.exactOptional(),
  dueBefore: instant.exactOptional(),
  month: month.exactOptional(),
  q: line(100).exactOptional().meta({
    description:
      "A number (e001, also the one after a conversion), a phone number or mail address however it is written, a household (8-1-601, 5栋1单元103, the beginning 8/1/6) or a room alone; of the last twelve months also words of the matter, a name, or four and more digits of a phone number. Without projectId in all projects one reaches",
  }),
  cursor: cursor.exactOptional(),
  limit: limit.exactOptional(),
});

/** `POST /complaints/{id}/disclosures`: what somebody wants to be shown who complained for. */
export const disclosureBody = z.strictObject({
  reason: z.enum(shownReasons).meta({
    description: "contact 联系, visit 上门, identify 核对身份, register 登记时核对, oversee 督办",
  }),
});
