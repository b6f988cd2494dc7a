import * as z from "zod";
import { channelNames } from "../domain/classification/sources.ts";
import { statuses } from "../domain/complaint/document.ts";
import { groupLevels, levels, recordKinds, urgencies, validities } from "../domain/complaint/events.ts";
import { emergencyStatuses } from "../domain/emergencies/emergency.ts";
import { groupStatuses } from "../domain/groups/group.ts";
import { posts } from "../domain/organisation/organisation.ts";
import { clockExplained } from "./clock-responses.ts";
import { classCode } from "./complaint-body.ts";
import { grades } from "./grades.ts";
import { projectMonthView } from "./households.ts";
import { paperForm } from "./papers.ts";
import { projectFacts } from "./projects.ts";
import { month, sentInstant } from "./text.ts";

const cursor = z.string().exactOptional().meta({ description: "Absent on the last page" });

/** A clock (时间节点) as every answer shows it. */
export const clockSummary = z
  .strictObject({ name: z.string(), dueAt: sentInstant, provisional: z.boolean() })
  .meta({ id: "Clock", description: "provisional 暂定: no holiday notice covers the deadline yet" });

/** Answer to a registered complaint: 201 new, 200 the same one again. */
export const registered = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    trackingUrl: z.string(),
    clocks: z.array(clockSummary),
  })
  .meta({ id: "Registered" });

const errorEntry = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });

/** RFC 9457, `application/problem+json`; `type` is `/problems/<code>`. */
export const problemBody = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(errorEntry).exactOptional(),
    allowed: z.array(z.string()).exactOptional(),
    missing: z.array(z.string()).exactOptional(),
    current: z
      .strictObject({ id: z.string(), number: z.string(), version: z.int(), status: z.enum(statuses) })
      .exactOptional(),
    currentGroup: z
      .strictObject({ id: z.string(), version: z.int(), status: z.enum(groupStatuses) })
      .exactOptional(),
    currentEvent: z
      .strictObject({ id: z.string(), version: z.int(), status: z.enum(emergencyStatuses) })
      .exactOptional(),
    traceId: z.string(),
  })
  .meta({ id: "Problem" });

/** Answer to a box round: what was taken in and what was not, by slip. */
export const roundResult = z
  .strictObject({
    accepted: z.array(z.strictObject({ slipId: z.string(), id: z.string(), number: z.string() })),
    refused: z.array(
      z.strictObject({
        slipId: z.string().nullable().meta({ description: "null if the slip has none" }),
        index: z.int().meta({ description: "Position in `slips`, from 0" }),
        code: z.string(),
        detail: z.string(),
        errors: z.array(errorEntry).exactOptional(),
      }),
    ),
  })
  .meta({ id: "BoxRoundResult" });

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
};

const location = z.strictObject({
  area: z.string().exactOptional(),
  building: z.string().exactOptional(),
  unit: z.string().exactOptional(),
  room: z.string().exactOptional(),
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
  })
  .meta({ id: "ComplaintRow" });

export const complaintPage = z
  .strictObject({ items: z.array(complaintRow), cursor })
  .meta({ id: "ComplaintPage" });

/** One complaint for a person whose posts reach its project. */
/** K8.3-F2's problem points (投诉点) with their views. */
export const classList = z
  .strictObject({
    version: z.string(),
    viewsVersion: z.string(),
    items: z.array(
      z.strictObject({
        code: z.string(),
        zh: z.string(),
        en: z.string(),
        estate: z.string().meta({ description: "Row of the monthly sheet (D1)" }),
        plan: z.string().meta({ description: "Class of D2" }),
        tier: z.string().meta({ description: "Class of D13" }),
        service: z.string().meta({ description: "基础服务 or 地产相关 (D8)" }),
      }),
    ),
  })
  .meta({ id: "ClassList" });

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
      .strictObject({ system: z.string(), ticketNo: z.string(), unit: z.string(), dueAt: sentInstant })
      .exactOptional(),
    channelData: z.record(z.string(), z.unknown()).exactOptional(),
    repliedAt: sentInstant.exactOptional(),
    resolvedAt: sentInstant.exactOptional(),
    closedAt: sentInstant.exactOptional(),
    endedAt: sentInstant.exactOptional(),
    ending: z.string().exactOptional(),
    taskDueAt: sentInstant.exactOptional(),
    firstGrade: z.int().exactOptional(),
    urges: z.int(),
    missing: z.array(z.string()).meta({ description: "待补全: fields of the registration still missing" }),
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
    signedOffAt: sentInstant.exactOptional(),
    effectCheckedAt: sentInstant.exactOptional(),
    reviewedAt: sentInstant.exactOptional(),
    invalidExplainedAt: sentInstant.exactOptional(),
    plan: z
      .strictObject({
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
      })
      .exactOptional(),
    actions: z
      .array(
        z.strictObject({
          id: z.string(),
          ownerId: z.string(),
          dueAt: sentInstant,
          evidencedAt: sentInstant.exactOptional(),
          verifiedAt: sentInstant.exactOptional(),
        }),
      )
      .exactOptional(),
    linkedTo: z.string().exactOptional(),
    allowed: z.array(z.string()).meta({ description: "Commands the asking person may give now" }),
    trackingUrl: z.string(),
  })
  .meta({ id: "Complaint" });

const actor = z.strictObject({
  kind: z.enum(["person", "customer", "channel", "timer"]),
  id: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

/** Everything that happened to a complaint, oldest first. */
export const historyView = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        type: z.string(),
        sentence: z.strictObject({ zh: z.string(), en: z.string() }),
        occurredAt: sentInstant,
        recordedAt: sentInstant,
        by: actor,
        facts: z.record(z.string(), z.unknown()).meta({ description: "The event's own fields" }),
        texts: z.record(z.string(), z.string()).meta({ description: "Free text; erased values are absent" }),
        notices: z.array(
          z.strictObject({
            key: z.string(),
            template: z.string(),
            recipient: z.string(),
            state: z.enum(["planned", "claimed", "handedOver", "unneeded", "failed"]),
            at: sentInstant.exactOptional(),
            attempt: z.int(),
            possibleDuplicates: z.int(),
          }),
        ),
      }),
    ),
    papers: z
      .array(z.strictObject({ form: paperForm, at: sentInstant, by: actor }))
      .meta({ description: "Who took which paper form, oldest first" }),
  })
  .meta({ id: "History" });

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

/** The complainant's grade as recorded. */
export const rated = z.strictObject({ number: z.string(), grade: z.literal(grades) }).meta({ id: "Rated" });

const project = {
  id: z.string(),
  ...projectFacts,
  posts: z.array(z.enum(posts)).meta({ description: "Posts the asking person holds for the project" }),
};

export const projectView = z.strictObject(project).meta({ id: "Project" });

/** One project, with the occupied households and area this month is reckoned with, once any are known. */
export const oneProjectView = projectView
  .extend({
    version: z.int(),
    changed: z.strictObject({ at: sentInstant, by: z.string() }).exactOptional(),
    occupancy: projectMonthView.exactOptional(),
  })
  .meta({ id: "OneProject" });

export const projectList = z.strictObject({ items: z.array(projectView) }).meta({ id: "ProjectList" });

export const quarantinedMail = z
  .strictObject({
    id: z.string(),
    at: sentInstant,
    reason: z.string(),
    rawKey: z.string(),
    from: z.string().exactOptional(),
    subject: z.string().exactOptional(),
    accepted: z
      .strictObject({
        at: sentInstant,
        by: z.string(),
        projectId: z.string(),
        complaintId: z.string().exactOptional(),
        number: z.string().exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: "QuarantinedMail" });

/** Mails that could not become a complaint, newest first. */
export const quarantinePage = z
  .strictObject({ items: z.array(quarantinedMail), cursor })
  .meta({ id: "QuarantinePage" });

const rate = z.number().nullable().meta({ description: "null where the denominator is 0" });

const keyFigures = z.strictObject({
  received: z.int(),
  done: z.int(),
  open: z.int(),
  handlingRate: rate,
  timelyRate: rate,
  firstFollowUpSatisfaction: rate,
});

const reportProgress = {
  id: z.string(),
  state: z.enum(["running", "done", "failed"]),
  done: z.int(),
  total: z.int(),
  result: z.strictObject({ month, edition: z.int() }).exactOptional(),
  errors: z.array(z.string()),
} as const;

/** The builds of a month and the editions of its files, newest first. */
export const reportList = z
  .strictObject({
    month,
    runs: z
      .array(
        z.strictObject({
          ...reportProgress,
          startedAt: sentInstant,
          startedBy: z.string(),
          asOf: sentInstant,
          from: z.string().exactOptional(),
          to: z.string().exactOptional(),
        }),
      )
      .meta({ description: "Builds of the month, the last one first" }),
    editions: z.array(
      z.strictObject({
        edition: z.int(),
        from: z.string().exactOptional(),
        to: z.string().exactOptional(),
        projectId: z.string().exactOptional(),
        asOf: sentInstant,
        madeAt: sentInstant,
        issuedBy: z.string(),
        projectIds: z.array(z.string()),
        missing: z
          .array(
            z.strictObject({
              projectId: z.string(),
              name: z.string(),
              reason: z.enum(["failed", "not-in-time"]),
              error: z.string().exactOptional(),
            }),
          )
          .meta({ description: "Projects that could not be counted; they follow in a later edition" }),
        figures: keyFigures,
        submitted: z
          .strictObject({
            inTime: z.array(z.string()),
            late: z.array(z.string()),
            missing: z.array(z.string()),
          })
          .meta({ description: "Projects by how their submission stood when the edition was issued" }),
        contested: z
          .strictObject({ upheld: z.int(), rejected: z.int(), pending: z.int(), figures: keyFigures })
          .exactOptional()
          .meta({ description: "Contested cases, and the figures without those upheld" }),
        bulletin: z.literal(true).exactOptional(),
        correction: z
          .strictObject({
            of: z.int(),
            figures: z.array(
              z.strictObject({ row: z.string(), column: z.string(), from: z.int(), to: z.int() }),
            ),
            complaints: z.int(),
          })
          .exactOptional()
          .meta({ description: "What changed since edition `of`; the changes file has the whole list" }),
        files: z.array(
          z.strictObject({
            projectId: z.string().exactOptional().meta({ description: "The one project it is about" }),
            name: z.string(),
            size: z.int(),
            sha256: z.string(),
            contentType: z.string(),
            url: z.string().meta({ description: "Works for 15 minutes" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ReportList" });

export const jobStarted = z.strictObject({ jobId: z.string() }).meta({ id: "JobStarted" });

const movedClock = z.strictObject({
  id: z.string(),
  number: z.string(),
  clock: z.string(),
  from: sentInstant,
  to: sentInstant,
  /** Rungs that would fire at once. */
  atOnce: z.array(z.string()),
});

const judgedClock = z.strictObject({
  id: z.string(),
  number: z.string(),
  clock: z.string(),
  before: sentInstant,
  after: sentInstant,
  lateBefore: z.boolean(),
  lateAfter: z.boolean(),
});

/** What a list of households changes: addresses and field names, the first hundred of each. */
const householdsDifference = z.strictObject({
  households: z.int(),
  occupiedHouseholds: z.int(),
  occupiedArea: z.number(),
  added: z.int(),
  gone: z.int(),
  changed: z.int(),
  touched: z.int().meta({ description: "Open complaints of households that are gone" }),
  examples: z.strictObject({
    added: z.array(z.string()),
    gone: z.array(z.string()),
    changed: z.array(z.strictObject({ address: z.string(), fields: z.array(z.string()) })),
    touched: z.array(z.strictObject({ id: z.string(), number: z.string() })),
  }),
});

export const jobView = z
  .strictObject({
    id: z.string(),
    state: z.enum(["running", "done", "failed"]),
    done: z.int(),
    total: z.int(),
    result: z
      .union([
        z.strictObject({ month, edition: z.int() }),
        z.strictObject({
          kind: z.enum(["retime", "dry-run", "replay", "handover", "households"]),
          /** Complaints looked at, and how many of them moved (or would). */
          seen: z.int(),
          changed: z.int(),
          moves: z.array(movedClock).exactOptional(),
          judged: z.array(judgedClock).exactOptional(),
          lateBefore: z.int().exactOptional(),
          lateAfter: z.int().exactOptional(),
          difference: householdsDifference.exactOptional(),
        }),
      ])
      .exactOptional(),
    errors: z.array(z.string()),
  })
  .meta({ id: "Job" });

/** What the complainant sees with number and secret. */
export const trackingView = z
  .strictObject({
    number: z.string(),
    project: z.string().exactOptional(),
    status: z.enum(statuses),
    receivedAt: sentInstant,
    clocks: z.array(clockSummary),
    replies: z.array(
      z.strictObject({
        at: sentInstant,
        kind: z.enum(["reply", "result"]),
        text: z.string().exactOptional(),
      }),
    ),
    closedAt: sentInstant.exactOptional(),
  })
  .meta({ id: "Tracking" });

export const healthView = z
  .strictObject({ status: z.literal("up"), version: z.string(), schema: z.int() })
  .meta({ id: "Health" });
