import type { Channel } from "../../domain/classification/sources.ts";
import type { Location } from "../../domain/complaint/events.ts";
import type { AddressBook } from "../../domain/organisation/identity/address-book.ts";
import { defined } from "../../domain/present.ts";
import type { IntakeRequest } from "./intake-request.ts";

/** Where the network says who is calling: what somebody types into a form proves no home. */
const numbered: readonly Channel[] = ["phone", "sms"];

/** A number as networks show it; `anonymous`, `unavailable` and the like are none. */
const NUMBER = /^\+?\d[\d\s-]{4,20}$/;

type Calling = Pick<IntakeRequest, "channel"> & Partial<Pick<IntakeRequest, "complainant" | "channelData">>;

/** The number that a call or text message came from, or that the agent was told; undefined for who stays anonymous. */
export function callerNumber({ channel, complainant = {}, channelData }: Calling): string | undefined {
  if (complainant.anonymous === true || !numbered.includes(channel)) return undefined;
  const shown = channelData?.["caller"];
  const caller = typeof shown === "string" && NUMBER.test(shown.trim()) ? shown.trim() : undefined;
  return complainant.phone ?? caller;
}

/**
 * The request with what its number tells: the number itself as the contact, and the flat that the project's household file has
 * for it, if nobody said where and it is one flat alone (`assumed`).
 */
export function withCaller(
  request: IntakeRequest,
  book: AddressBook,
): { readonly request: IntakeRequest; readonly assumed: boolean } {
  const phone = callerNumber(request);
  if (phone === undefined) return { request, assumed: false };
  const told = { ...request, complainant: { ...request.complainant, phone } };
  if (Object.keys(request.location ?? {}).length > 0) return { request: told, assumed: false };
  const [home, ...others] = book.byPhone(phone);
  if (home === undefined || others.length > 0) return { request: told, assumed: false };
  const part = (text: string) => (text === "" ? undefined : text);
  const location: Location = defined({
    area: part(home.area),
    building: part(home.building),
    unit: part(home.unit),
    room: part(home.room),
  });
  return { request: { ...told, location }, assumed: true };
}
