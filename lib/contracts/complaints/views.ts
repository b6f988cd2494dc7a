import * as z from "zod";
import { channelNames } from "../../domain/classification/sources.ts";
import { pauseReasons } from "../../domain/clocks/clock.ts";
import { notifiedBys } from "../../domain/complaint/consent.ts";
import { statuses } from "../../domain/complaint/document.ts";
import {
  groupLevels,
  leftReasons,
  levels,
  recordKinds,
  urgencies,
  validities,
} from "../../domain/complaint/events.ts";
import { gradeOrigins } from "../../domain/complaint/grades.ts";
import { ticketAnswers, ticketExemptions, ticketKinds } from "../../domain/complaint/tickets.ts";
import { sentInstant } from "../core/text.ts";
import { clockSummary, cursor } from "../core/views.ts";
import { classCode } from "./bodies.ts";
import { clockExplained } from "./clock-views.ts";

export const commandResult = z
  .strictObject({
    version: z.int(),
    status: z.enum(statuses),
    allowed: z.array(z.string()),
    clocks: z.array(clockSummary),
  })
  .meta({ id: "CommandResult" });

const row = {
  id: z.string(),
  number: z.string(),
  projectId: z.string(),
  channel: z.enum(channelNames),
  recordKind: z.enum(recordKinds),
  status: z.enum(statuses),
  receivedAt: sentInstant,
  version: z.int(),
  level: z.enum(levels).exactOptional(),
  classCode: classCode.exactOptional(),
  validity: z.enum(validities).exactOptional(),
  urgency: z.enum(urgencies).meta({ description: "重要 and 紧急 come first (D6, D13)" }),
  safety: z.boolean(),
  departmentId: z.string().exactOptional(),
  handlerId: z.string().exactOptional(),
  group: z
    .strictObject({ id: z.string(), level: z.enum(groupLevels), since: sentInstant })
    .exactOptional()
    .meta({ description: "群体投诉/群体意见: the group it is handled in (GET /groups/{id})" }),
  repeat: z
    .strictObject({ complaintId: z.string(), number: z.string(), nth: z.int() })
    .exactOptional()
    .meta({ description: "重复投诉: the complaint before; nth = 2 for the first repetition" }),
  clocks: z.array(clockSummary),
  urges: z.int().meta({ description: "催办" }),
  missing: z.array(z.string()).meta({ description: "待补全: fields of the registration still missing" }),
};

const location = z.strictObject({
  area: z.string().exactOptional(),
  building: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  room: z.string().exactOptional(),
});

/** A written plan (D9) with its time nodes (D2). */
const planView = z.strictObject({
  text: z.string().exactOptional(),
  writtenAt: sentInstant,
  approvedAt: sentInstant.exactOptional(),
  agreedAt: sentInstant.exactOptional(),
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string().exactOptional(),
      dueAt: sentInstant,
      doneAt: sentInstant.exactOptional(),
    }),
  ),
});

/** What a desk shows of each row without asking for the complaint. */
const glance = {
  missingToClose: z
    .array(z.string())
    .meta({ description: "Steps and fields still missing before it may be closed" }),
  overdueSince: sentInstant.exactOptional().meta({ description: "The earliest limit that has passed" }),
  paused: z
    .strictObject({ since: sentInstant, reason: z.enum(pauseReasons) })
    .exactOptional()
    .meta({ description: "Its work waits for others" }),
  departmentName: z.string().exactOptional(),
  handlerName: z.string().exactOptional(),
  lastEvent: z
    .strictObject({
      type: z.string(),
      at: sentInstant,
      sentence: z.strictObject({ zh: z.string(), en: z.string() }),
    })
    .exactOptional()
    .meta({ description: "The newest thing that happened, clocks aside" }),
  unread: z.int().meta({ description: "Messages and urges of the customer after our last act" }),
};

const answer = z.enum(ticketAnswers);

/** How the government ticket stands with its platform now. */
const ticketView = z.strictObject({
  dueAt: sentInstant.meta({ description: "办理时限 now: as instructed, extended, or set anew" }),
  signBy: sentInstant.exactOptional().meta({ description: "Until when it is signed for or returned" }),
  signedAt: sentInstant.exactOptional(),
  sentBackAt: sentInstant.exactOptional().meta({ description: "退单" }),
  objectedAt: sentInstant.exactOptional(),
  objectionUpheld: z.boolean().exactOptional(),
  mergedInto: z.strictObject({ complaintId: z.string(), number: z.string() }).exactOptional(),
  extensionAsked: sentInstant.exactOptional().meta({ description: "Asked for, not answered yet" }),
  repliedAt: sentInstant.exactOptional().meta({ description: "回复件 sent" }),
  returns: z.int().meta({ description: "How often the platform has returned it (退回重办)" }),
  rating: z
    .strictObject({ contacted: answer, solved: answer, satisfied: answer, at: sentInstant })
    .exactOptional(),
  exempt: z.enum(ticketExemptions).exactOptional().meta({ description: "剔除: in no rate" }),
});

/** A row of a work list: phone and mail address are masked. */
export const complaintRow = z
  .strictObject({
    ...row,
    matter: z.string().exactOptional().meta({ description: "The first 80 characters" }),
    complainant: z.strictObject({
      name: z.string().exactOptional(),
      phone: z.string().exactOptional(),
      email: z.string().exactOptional(),
      anonymous: z.boolean(),
    }),
    location,
    ...glance,
  })
  .meta({ id: "ComplaintRow" });

export const complaintPage = z
  .strictObject({ items: z.array(complaintRow), cursor })
  .meta({ id: "ComplaintPage" });

export const projectChanges = z
  .strictObject({
    stamp: z.string().meta({ description: "To be sent with the next question; opaque" }),
    items: z.array(complaintRow).meta({
      description: "Rows that changed, those that are over by now too; a row may come once more unchanged",
    }),
    everything: z.boolean().meta({ description: "Too much changed, or no stamp: read the list anew" }),
  })
  .meta({ id: "ProjectChanges" });

export const complaintView = z
  .strictObject({
    ...row,
    cycle: z.int(),
    matter: z.string().exactOptional(),
    subject: z.string().exactOptional(),
    complainant: z.strictObject({
      name: z.string().exactOptional(),
      kind: z.string().exactOptional(),
      language: z.string().exactOptional(),
      phone: z.string().exactOptional(),
      email: z.string().exactOptional(),
      anonymous: z.boolean(),
    }),
    location,
    consent: z
      .strictObject({
        notice: z.string().meta({ description: "Edition of the privacy notice" }),
        at: sentInstant,
        how: z
          .enum(notifiedBys)
          .exactOptional()
          .meta({ description: "How the notice reached the complainant; absent: agreed to with a tick" }),
      })
      .exactOptional(),
    locationAssumed: z.literal(true).exactOptional().meta({
      description: "Nobody said where: the one flat that the household file has for the caller's number",
    }),
    place: z.string().exactOptional(),
    against: z
      .strictObject({
        text: z.string().exactOptional(),
        departmentId: z.string().exactOptional(),
        personId: z.string().exactOptional(),
      })
      .exactOptional(),
    occurredAt: sentInstant.exactOptional(),
    requestedReplyAt: sentInstant.exactOptional(),
    manner: z.string().exactOptional(),
    headcount: z.int().exactOptional(),
    intake: z.string(),
    external: z
      .strictObject({
        system: z.string(),
        ticketNo: z.string(),
        unit: z.string(),
        dueAt: sentInstant,
        kind: z.enum(ticketKinds).exactOptional(),
        demand: z.string().exactOptional(),
        signBy: sentInstant.exactOptional(),
      })
      .exactOptional()
      .meta({ description: "The government ticket as it came in" }),
    ticket: ticketView.exactOptional(),
    channelData: z.record(z.string(), z.unknown()).exactOptional(),
    repliedAt: sentInstant.exactOptional(),
    resolvedAt: sentInstant.exactOptional(),
    closedAt: sentInstant.exactOptional(),
    endedAt: sentInstant.exactOptional(),
    ending: z.string().exactOptional(),
    taskDueAt: sentInstant.exactOptional(),
    firstGrade: z.int().exactOptional(),
    missingToClose: z.array(z.string()).meta({
      description: "Steps and judgements without which it cannot be closed; alternatives joined by |",
    }),
    attachments: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string().exactOptional(),
          contentType: z.string(),
          size: z.int(),
        }),
      )
      .meta({ description: "Files; each is at /complaints/{id}/attachments/{file}" }),
    filesLeft: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string().exactOptional(),
          contentType: z.string(),
          size: z.int(),
          left: z.enum(leftReasons).exactOptional(),
        }),
      )
      .exactOptional()
      .meta({
        description:
          "Files that do not lie here, and why: of a mail they stand in the kept mail (one of the files); a call's recording could not be had or has been kept long enough",
      }),
    hint: z
      .strictObject({
        classCode: z.string().exactOptional(),
        level: z.string().exactOptional(),
        safety: z.boolean(),
        evidence: z.array(z.strictObject({ speaksFor: z.string(), words: z.string().exactOptional() })),
      })
      .exactOptional()
      .meta({ description: "What the words speak for; people decide" }),
    withheld: z.boolean().exactOptional(),
    signatories: z.string().exactOptional(),
    originalAt: z.string().exactOptional(),
    reception: z
      .strictObject({ zh: z.string(), en: z.string() })
      .exactOptional()
      .meta({ description: "How to receive a complainant of this manner (D3)" }),
    convertedNumber: z.string().exactOptional(),
    difficulty: z.string().exactOptional(),
    malicious: z.boolean().exactOptional(),
    lawful: z.boolean().exactOptional(),
    dutyCause: z.string().exactOptional(),
    causeFactor: z.string().exactOptional(),
    opinion: z.int().exactOptional(),
    grades: z
      .array(
        z.strictObject({
          grade: z.int(),
          at: sentInstant,
          origin: z.enum(gradeOrigins),
          byPersonId: z.string().exactOptional(),
        }),
      )
      .meta({
        description: "Every grade, oldest first: by the customer's link, told to the staff, or asked",
      }),
    signedOffAt: sentInstant.exactOptional(),
    effectCheckedAt: sentInstant.exactOptional(),
    reviewedAt: sentInstant.exactOptional(),
    invalidExplainedAt: sentInstant.exactOptional(),
    plan: planView.exactOptional(),
    planInForce: planView.exactOptional(),
    actions: z
      .array(
        z.strictObject({
          id: z.string(),
          ownerId: z.string(),
          cause: z.string().exactOptional(),
          measure: z.string().exactOptional(),
          dueAt: sentInstant,
          evidencedAt: sentInstant.exactOptional(),
          verifiedAt: sentInstant.exactOptional(),
        }),
      )
      .exactOptional(),
    linkedTo: z.string().exactOptional(),
    allowed: z.array(z.string()).meta({ description: "Commands the asking person may give now" }),
    complainedOf: z.literal(true).exactOptional().meta({
      description: "It is against the asking person, who sees that it exists and may give a statement (D4)",
    }),
    mayShow: z.boolean().meta({
      description:
        "Name, number, addresses and flat are masked; POST …/disclosures shows them to the asking person in full",
    }),
  })
  .meta({ id: "Complaint" });

/** Every clock with what led to its due instant and the rungs of its ladder. */
export const clocksView = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    open: z.boolean(),
    clocks: z.array(
      z.strictObject({
        name: z.string(),
        cycle: z.int(),
        key: z.string().exactOptional(),
        dueAt: sentInstant,
        provisional: z.boolean(),
        startedAt: sentInstant,
        stoppedAt: sentInstant.exactOptional(),
        outcome: z.enum(["running", "paused", "kept", "missed", "lapsed"]),
        limits: z.array(z.strictObject({ dueAt: sentInstant, provisional: z.boolean(), clause: z.string() })),
        ...clockExplained,
        policyVersion: z.string(),
        calendarVersion: z.string(),
      }),
    ),
  })
  .meta({ id: "Clocks" });

export const numberToCallView = z
  .strictObject({ phone: z.string(), name: z.string().exactOptional() })
  .meta({ id: "NumberToCall" });

/** Who complained, in full; what nobody said is absent. */
export const disclosureView = z
  .strictObject({
    name: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    email: z.string().exactOptional(),
    location,
    signatories: z.string().exactOptional(),
    channelData: z.record(z.string(), z.unknown()).exactOptional(),
  })
  .meta({ id: "Disclosure" });

/** Where one file can be downloaded for a quarter of an hour. */
export const fileAddress = z.strictObject({ url: z.string() }).meta({ id: "FileAddress" });
