import type { Complaint } from "../complaint/document.ts";
import { withoutPeople, withoutPhones, withShortNames } from "../organisation/free-text.ts";
import { normalContact } from "../organisation/identity/contact.ts";
import { maskedAddress, maskedPhone } from "../organisation/masking.ts";
import type { Instant } from "../time/instant.ts";

/** What a complaint's row of a ledger or a story says of its complainant. */
export interface RowTraces {
  /** The number, or both of a converted one as the ledger prints them. */
  readonly numbers: readonly string[];
  readonly values: readonly string[];
}

/** By what a person can be found outside of the own complaints; never stored. */
export interface Traces {
  readonly complaintIds: readonly string[];
  readonly numbers: readonly string[];
  readonly projectIds: readonly string[];
  /** The earliest receipt. */
  readonly from: Instant;
  /** In normal form. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly openIds: readonly string[];
  readonly names: readonly string[];
  readonly rawMails: readonly string[];
  readonly rows: readonly RowTraces[];
  /** What was said in the complaints, long enough to be theirs alone, in the forms in which reports quote it. */
  readonly texts: readonly string[];
}

/** In the place of what was taken out of somebody else's text. */
export const TAKEN_OUT = "〔已删除〕";

/** A name of one character would be found in every text. */
const SHORTEST_NAME = 2;

/** The traces of the people of these complaints, given with their whole history; erased values leave none. */
export function tracesOf(complaints: readonly Complaint[]): Traces {
  const values = (field: string) => distinct(complaints.flatMap((one) => valuesOf(one, field)));
  const channelData = values("channelData");
  return {
    complaintIds: complaints.map(({ registration }) => registration.id),
    numbers: distinct(complaints.flatMap(numbersOf)),
    projectIds: distinct(complaints.map(({ registration }) => registration.projectId)),
    from:
      complaints.map(({ registration }) => registration.receivedAt).toSorted()[0] ?? "9999-12-31T00:00:00Z",
    emails: distinct(values("email").map((email) => normalContact(email))),
    phones: distinct(
      [...values("phone"), ...told(channelData, "caller")]
        .map((phone) => normalContact(phone).replace(/#.*$/, ""))
        .filter((digits) => digits.length >= 7),
    ),
    openIds: told(channelData, "openId"),
    names: values("name").filter((name) => Array.from(name.trim()).length >= SHORTEST_NAME),
    rawMails: distinct(complaints.flatMap(({ registration }) => registration.rawMail ?? [])),
    rows: complaints.map(rowOf),
    texts: distinct(complaints.flatMap(quotesOf)).slice(0, MOST_TEXTS),
  };
}

/** Shorter words are everybody's: 电梯又停了. */
const OWN_WORDS = 8;
/** Characters of a text that a report quotes. */
const QUOTED = 200;
const MOST_TEXTS = 5000;

/** Every text of a complaint as reports quote it: its beginning, without numbers and flats, full names shortened. */
function quotesOf(complaint: Complaint): string[] {
  const names = valuesOf(complaint, "name");
  return Object.entries(complaint.personal)
    .filter(([ref]) => /\.(?:matter|text|reason|demand|cause\..*|measure\..*)$/.test(ref))
    .flatMap(([, { value }]) =>
      [value, withoutPhones(value), withoutPeople(value)].flatMap((form) => [
        form,
        withShortNames(form, names),
      ]),
    )
    .map((form) => Array.from(form).slice(0, QUOTED).join("").trim())
    .filter((form) => Array.from(form).length >= OWN_WORDS);
}

/** Every value that a field ever had. */
export function valuesOf({ personal }: Pick<Complaint, "personal">, field: string): readonly string[] {
  return Object.entries(personal)
    .filter(([ref]) => ref.slice(ref.indexOf(".") + 1) === field)
    .map(([, { value }]) => value);
}

function numbersOf({ registration, convertedNumber }: Complaint): string[] {
  return [registration.number, ...(convertedNumber === undefined ? [] : [convertedNumber])];
}

function rowOf(complaint: Complaint): RowTraces {
  const own = numbersOf(complaint);
  const { area, building, unit, room } = complaint.registration.location;
  const phones = valuesOf(complaint, "phone");
  const emails = valuesOf(complaint, "email");
  const contacts = [...phones.map(maskedPhone), ...emails.map(maskedAddress)];
  const pairs = phones.flatMap((phone) =>
    emails.map((email) => `${maskedPhone(phone)}\n${maskedAddress(email)}`),
  );
  const matters = valuesOf(complaint, "matter");
  return {
    numbers: distinct([...own, own.join("/")]),
    values: distinct(
      [
        ...valuesOf(complaint, "name"),
        ...phones,
        ...emails,
        ...contacts,
        ...pairs,
        ...matters,
        ...matters.map(withoutPhones),
        ...valuesOf(complaint, "place"),
        ...[area, building, unit, room].filter((part) => part !== undefined),
      ].filter((value) => value !== ""),
    ),
  };
}

/** Strings under a name in JSON texts. */
function told(texts: readonly string[], name: string): readonly string[] {
  return distinct(
    texts.flatMap((text) => {
      const data: unknown = parsed(text);
      const value = data !== null && typeof data === "object" ? Object.entries(data) : [];
      return value.flatMap(([key, one]) => (key === name && typeof one === "string" ? [one] : []));
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A channel's data that was cut is no JSON any more, and names nobody.
    return undefined;
  }
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** How the person's contacts and, with `names`, names are found in a text, however a number is grouped; undefined: nothing to find. */
export function mentionPattern(
  { emails, phones, openIds, names }: Pick<Traces, "emails" | "phones" | "openIds" | "names">,
  how: { readonly names: boolean },
): RegExp | undefined {
  const patterns = [
    ...phones.map((digits) => `(?<!\\d)(?:\\+?86[-\\s]?)?${Array.from(digits).join("[-.\\s]?")}(?!\\d)`),
    ...[...emails, ...openIds, ...(how.names ? names : [])].map(escaped),
  ];
  return patterns.length === 0 ? undefined : new RegExp(patterns.join("|"), "giu");
}

/** Two characters are many people's name: in files they are looked for in the person's own rows only. */
const FULL_NAME = 3;

/** The person's contacts and name, and texts that are the person's own, wherever they stand in a file. */
export function quotePattern(traces: Traces): RegExp | undefined {
  const names = traces.names.filter((name) => Array.from(name).length >= FULL_NAME);
  const mentions = mentionPattern({ ...traces, names }, { names: true });
  // The longest first: of two that begin alike the whole of the longer is taken out.
  const texts = traces.texts.toSorted((a, b) => b.length - a.length).map(escaped);
  const patterns = [...(mentions === undefined ? [] : [mentions.source]), ...texts];
  return patterns.length === 0 ? undefined : new RegExp(patterns.join("|"), "giu");
}

/** The text without what the pattern finds. */
export function withoutMentions(text: string, pattern: RegExp | undefined): string {
  return pattern === undefined ? text : text.replace(pattern, TAKEN_OUT);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
