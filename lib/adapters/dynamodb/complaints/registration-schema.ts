import * as z from "zod";
import { classCodes } from "../../../domain/classification/classes.ts";
import { estateClasses } from "../../../domain/classification/estate.ts";
import { channelNames } from "../../../domain/classification/sources.ts";
import { notifiedBys } from "../../../domain/complaint/consent.ts";
import {
  complainantKinds,
  type Historical,
  intakes,
  type Location,
  levels,
  manners,
  type Registration,
  type RegistrationChanges,
  recordKinds,
  urgencies,
  validities,
} from "../../../domain/complaint/events.ts";
import { type ExternalTicket, ticketKinds } from "../../../domain/complaint/tickets.ts";
import { once } from "../../../domain/once.ts";
import { languages } from "../../../domain/organisation/language.ts";
import { instant, type Shape, text } from "../core/shape.ts";

const location = {
  area: text.exactOptional(),
  building: text.exactOptional(),
  unit: text.exactOptional(),
  room: text.exactOptional(),
} satisfies Shape<Location>;

const external = {
  system: text,
  ticketNo: text,
  unit: text,
  dueAt: instant,
  kind: z.enum(ticketKinds).exactOptional(),
  signBy: instant.exactOptional(),
} satisfies Shape<ExternalTicket>;

const historical = {
  completedAt: instant,
  dueAt: instant.exactOptional(),
  validity: z.enum(validities).exactOptional(),
  grade: z.int().exactOptional(),
  left: z.enum(["withdrawn", "referred"]).exactOptional(),
  estateClass: z.enum(estateClasses).exactOptional(),
} satisfies Shape<Historical>;

export const classCode = z.enum(classCodes);
export const level = z.enum(levels);

/** What of a registration may change later. */
export const changesShape = {
  anonymous: z.boolean().exactOptional(),
  withheld: z.boolean().exactOptional(),
  complainantKind: z.enum(complainantKinds).exactOptional(),
  language: z.enum(languages).exactOptional(),
  location: z.looseObject(location).exactOptional(),
  occurredAt: instant.exactOptional(),
  againstDepartmentId: text.exactOptional(),
  againstPersonId: text.exactOptional(),
  requestedReplyAt: instant.exactOptional(),
  manner: z.enum(manners).exactOptional(),
  headcount: z.int().exactOptional(),
  external: z.looseObject(external).exactOptional(),
  householdKey: text.exactOptional(),
  contactKey: text.exactOptional(),
} satisfies Shape<RegistrationChanges>;

/** What was registered, as it stands in the document and in its first event; made when the first document is read. */
export const registrationShape = once(
  () =>
    ({
      id: text,
      number: text,
      projectId: text,
      timeZone: text,
      channel: z.enum(channelNames),
      system: text,
      bodyHash: text,
      receivedAt: instant,
      recordKind: z.enum(recordKinds),
      anonymous: z.boolean(),
      withheld: z.boolean().exactOptional(),
      complainantKind: z.enum(complainantKinds).exactOptional(),
      language: z.enum(languages).exactOptional(),
      location: z.looseObject(location),
      locationAssumed: z.literal(true).exactOptional(),
      occurredAt: instant.exactOptional(),
      againstDepartmentId: text.exactOptional(),
      againstPersonId: text.exactOptional(),
      requestedReplyAt: instant.exactOptional(),
      classCode: classCode.exactOptional(),
      level: level.exactOptional(),
      urgency: z.enum(urgencies),
      safety: z.boolean(),
      manner: z.enum(manners).exactOptional(),
      headcount: z.int().exactOptional(),
      intake: z.enum(intakes),
      external: z.looseObject(external).exactOptional(),
      rawMail: text.exactOptional(),
      quiet: z.literal(true).exactOptional(),
      linkedTo: text.exactOptional(),
      consent: z
        .looseObject({ notice: text, at: instant, how: z.enum(notifiedBys).exactOptional() })
        .exactOptional(),
      householdKey: text.exactOptional(),
      contactKey: text.exactOptional(),
      historical: z.looseObject(historical).exactOptional(),
    }) satisfies Shape<Registration>,
);
