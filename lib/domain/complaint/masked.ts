import type { Personal } from "../document/personal.ts";
import { hiddenText } from "../organisation/free-text.ts";
import { maskedAddress, maskedName, maskedPhone } from "../organisation/masking.ts";
import { omit } from "../present.ts";
import type { Sight } from "./disclosure.ts";
import type { Complaint } from "./document.ts";
import type { Location, StoredEvent } from "./events.ts";

/** What leads to the flat or the number without a word of it being shown. */
const keys = ["householdKey", "contactKey"] as const;

/** A flat that is not shown. */
const HIDDEN_ROOM = "***";

/**
 * The complaint as a reader sees it who has not asked to be shown who complained: name, number, addresses and, unless it is open to
 * him, the flat masked. Whoever may not be shown them reads them masked in texts as well.
 */
export function masked(complaint: Complaint, { mayShow, homeOpen }: Sight): Complaint {
  const { personal, registration } = complaint;
  const names = namesIn(complaint);
  const values = Object.entries(personal).map(([ref, value]): [string, Personal] => {
    const told = maskedValue(ref.slice(ref.indexOf(".") + 1), value.value, names, mayShow);
    return [ref, told === value.value ? value : { ...value, value: told }];
  });
  const place = homeOpen ? (location: Location) => location : withoutRoom;
  const kept = omit(registration, ...keys);
  return {
    ...complaint,
    personal: Object.fromEntries(values),
    registration: { ...kept, location: place(registration.location) },
    events: complaint.events.map((event) => maskedEvent(event, place)),
  };
}

function maskedValue(field: string, value: string, names: readonly string[], mayShow: boolean): string {
  switch (field) {
    case "name":
      return maskedName(value);
    case "phone":
      return maskedPhone(value);
    case "email":
      return maskedAddress(value);
    case "signatories":
      return namesOf(value).map(maskedName).join("、");
    case "channelData":
      return maskedData(value);
    case "author":
    case "subject":
    case "originalAt":
      return hiddenText(value, names);
    default:
      return mayShow ? value : hiddenText(value, names);
  }
}

/** Call data: every number in it masked, and no way to the recording. Stored as JSON, so it stays JSON. */
function maskedData(stored: string): string {
  return JSON.stringify(JSON.parse(stored), (key, value: unknown) => {
    if (key === "recordingUrl") return undefined;
    if (typeof value === "number") return hiddenText(String(value), []) === String(value) ? value : "***";
    return typeof value === "string" ? hiddenText(value, []) : value;
  });
}

/** Everybody whom the complaint names as complaining. */
function namesIn({ personal }: Complaint): readonly string[] {
  return Object.entries(personal).flatMap(([ref, { value }]) => {
    const field = ref.slice(ref.indexOf(".") + 1);
    if (field === "name") return [value];
    return field === "signatories" ? namesOf(value) : [];
  });
}

function namesOf(signatories: string): readonly string[] {
  return signatories.split(/[\n、,，;；]+/).flatMap((name) => name.trim() || []);
}

function withoutRoom(location: Location): Location {
  return location.room === undefined ? location : { ...location, room: HIDDEN_ROOM };
}

function maskedEvent(event: StoredEvent, place: (location: Location) => Location): StoredEvent {
  const { fact } = event;
  switch (fact.type) {
    case "registered":
      return { ...event, fact: { ...omit(fact, ...keys), location: place(fact.location) } };
    case "registrationCompleted":
    case "corrected": {
      const { location } = fact.changes;
      const changes = omit(fact.changes, ...keys);
      return {
        ...event,
        fact: {
          ...fact,
          changes: location === undefined ? changes : { ...changes, location: place(location) },
        },
      };
    }
    default:
      return event;
  }
}
