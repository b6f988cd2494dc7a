import type { Adapter, NoticePolicy } from "../policy/notice-policy.ts";
import type { NoticeRecipient } from "./notice.ts";

/** The ways of one recipient, the first to be tried first. */
export function waysOf(
  policy: NoticePolicy,
  recipient: NoticeRecipient,
  isPressing: boolean,
): readonly Adapter[] {
  if (recipient.kind === "customer") return policy.customer;
  if (isPressing && policy.pressing !== undefined) return policy.pressing;
  const named: ReadonlyMap<string, readonly Adapter[]> = new Map(Object.entries(policy.posts ?? {}));
  return named.get(recipient.post) ?? policy.staff;
}

/** Mobile numbers of China, or any number with a foreign country code; a landline takes no text message. */
const TEXTABLE = /^(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\+(?!86)[\d -]{7,20})$/;

/** True if a text message may be sent to this number. */
export function isTextable(phone: string | undefined): phone is string {
  return phone !== undefined && TEXTABLE.test(phone);
}
