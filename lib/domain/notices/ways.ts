import type { Post } from "../organisation/organisation.ts";
import type { Adapter, NoticeRecipient } from "./notice.ts";

/** In which order people are told, as policy data; what an installation has not set up is passed over. */
export interface NoticePolicy {
  /** People of ours, unless their post is named in `posts`. */
  readonly staff: readonly Adapter[];
  /** Posts that are told in another order. */
  readonly posts?: Readonly<Partial<Record<Post, readonly Adapter[]>>>;
  /** Everybody of ours where safety, 紧急, level A or B presses; absent: as for anything else. */
  readonly pressing?: readonly Adapter[];
  readonly customer: readonly Adapter[];
  /** So long a rung waits for somebody to acknowledge it before the next way is tried. */
  readonly acknowledgeMinutes: number;
}

/** `default`: mail first, ten minutes per way. */
export const builtInNoticePolicy: NoticePolicy = {
  staff: ["email", "wecom", "sms"],
  customer: ["email", "sms"],
  acknowledgeMinutes: 10,
};

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
