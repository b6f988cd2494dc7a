import * as z from "zod";
import type { HolidayNotice, NoticeHoliday, WorkingCalendar } from "../../../domain/calendar/index.ts";
import type { CalendarEdition } from "../../../domain/editions/calendars.ts";
import type { Edition, PolicyEdition, Scope } from "../../../domain/editions/scope.ts";
import { instant, type Shape, text } from "../core/shape.ts";

const scope = z.custom<Scope>(
  (value) => typeof value === "string" && /^(company$|region:|city:|project:)/.test(value),
);

const edition = {
  version: text,
  scope,
  number: z.int().min(1),
  publishedAt: instant,
  publishedBy: text,
} satisfies Shape<Edition>;

export const policyEditionSchema: z.ZodType<PolicyEdition> = z.looseObject({
  ...edition,
  effectiveFrom: instant,
} satisfies Shape<PolicyEdition>);

const periods = z.array(z.tuple([text, text]));
const week: z.ZodType<WorkingCalendar["week"]> = z.partialRecord(
  z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
  periods,
);

const holiday: z.ZodType<NoticeHoliday> = z.looseObject({
  name: text,
  from: text,
  to: text,
  days: z.int(),
  makeUpWorkdays: z.array(text),
} satisfies Shape<NoticeHoliday>);

const notice: z.ZodType<HolidayNotice> = z.looseObject({
  year: z.int(),
  title: text,
  documentNumber: text,
  publishedOn: text,
  address: text.nullable(),
  holidays: z.array(holiday),
} satisfies Shape<HolidayNotice>);

export const calendarEditionSchema: z.ZodType<CalendarEdition> = z.looseObject({
  ...edition,
  week: week.exactOptional(),
  extraWorkdayHours: periods.exactOptional(),
  notices: z.array(notice).exactOptional(),
} satisfies Shape<CalendarEdition>);
