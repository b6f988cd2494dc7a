import type { PaperFacts } from "../../app/ports/paper-facts.ts";
import { dueAt } from "../../domain/clocks/clock.ts";
import { type Complaint, personalValue, registeredValue } from "../../domain/complaint/document.ts";
import type { Fact, StoredEvent } from "../../domain/complaint/events.ts";
import type { Actor } from "../../domain/document/event.ts";
import type { ClockName } from "../../domain/policy/policy.ts";
import { fromInstant, type Instant } from "../../domain/time/instant.ts";
import { placeWords } from "../../domain/words/place.ts";
import type { Words } from "../../domain/words/words.ts";

type FactType = Fact["type"];
type EventOf<T extends FactType> = StoredEvent<Extract<Fact, { readonly type: T }>>;

/** A box to tick per option, the ones that hold ticked; all empty on a blank sheet. */
export function choices<T extends string>(
  options: Readonly<Record<T, Words | string>>,
  chosen: (option: T) => boolean = () => false,
): string {
  return keysOf(options)
    .map((option) => `${chosen(option) ? "☑" : "☐"}${inChinese(options[option])}`)
    .join("　");
}

function inChinese(said: Words | string): string {
  return typeof said === "string" ? said : said.zh;
}

function keysOf<T extends string>(options: Readonly<Record<T, unknown>>): T[] {
  const keys: T[] = [];
  for (const key in options) keys.push(key);
  return keys;
}

/** Where a person writes a name and the day. */
export const signature = "签名：　　　　　　　　　日期：　　　年　　月　　日";
export const blankTime = "　　年　 月　 日　 时　 分";

/** `2026年2月13日 10:05`, in the complaint's own time zone. */
export function moment(instant: Instant, timeZone: string): string {
  const local = fromInstant(instant).toZonedDateTimeISO(timeZone);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local.year}年${local.month}月${local.day}日 ${two(local.hour)}:${two(local.minute)}`;
}

/** Events of one type, oldest first. */
export function eventsOf<T extends FactType>(complaint: Complaint, type: T): EventOf<T>[] {
  return complaint.events.filter((event): event is EventOf<T> => event.fact.type === type);
}

/** What was written beside events; erased texts are left out. */
export function textsOf(complaint: Complaint, events: readonly StoredEvent[], field = "text"): string[] {
  return events.flatMap(({ seq }) => personalValue(complaint, seq, field) ?? []);
}

/** The newest text of an event type, as far as it is still there. */
export function lastText(complaint: Complaint, type: FactType, field = "text"): string | undefined {
  const event = complaint.events.findLast(({ fact }) => fact.type === type);
  return event === undefined ? undefined : personalValue(complaint, event.seq, field);
}

/** What forms are filled with: everything undefined on a blank sheet. */
export function filledFrom({ complaint, project, people }: PaperFacts) {
  const registration = complaint?.registration;
  return {
    value: (field: string) => (complaint === undefined ? undefined : registeredValue(complaint, field)),
    at: (instant: Instant | undefined) =>
      instant === undefined || registration === undefined
        ? undefined
        : moment(instant, registration.timeZone),
    department: (id: string | undefined) =>
      id === undefined ? undefined : (project?.departments.find((d) => d.id === id)?.name ?? id),
    person: (id: string | undefined) =>
      id === undefined ? undefined : (people.find((person) => person.id === id)?.name ?? id),
    actor: (actor: Actor) =>
      actor.kind === "person" ? (people.find(({ id }) => id === actor.id)?.name ?? actor.id) : undefined,
    /** When a clock that still counts is due. */
    due: (name: ClockName): Instant | undefined => {
      const clock = complaint?.clocks.findLast((one) => one.name === name);
      return clock === undefined ? undefined : dueAt(clock);
    },
    last: (type: FactType, field?: string) =>
      complaint === undefined ? undefined : lastText(complaint, type, field),
    texts: <T extends FactType>(type: T, wanted: (event: EventOf<T>) => boolean = () => true) => {
      if (complaint === undefined) return undefined;
      const texts = textsOf(complaint, eventsOf(complaint, type).filter(wanted));
      return texts.length === 0 ? undefined : texts.join("\n");
    },
    /** The desk's own name of the unit (单元号码, D4): area, building, unit, room. */
    unit: registration === undefined ? undefined : unitOf(registration.location),
    name:
      complaint === undefined
        ? undefined
        : (registeredValue(complaint, "name") ?? (complaint.registration.anonymous ? "匿名" : undefined)),
  };
}

function unitOf(location: Complaint["registration"]["location"]): string | undefined {
  const words = placeWords(location);
  return words === "" ? undefined : words;
}
