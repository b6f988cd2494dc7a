import type { Post } from "../organisation/organisation.ts";

/** By which way a message goes. */
export const adapters = ["email", "wecom", "sms", "wechat"] as const;
export type Adapter = (typeof adapters)[number];

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
  /**
   * News and reminders of one person within so many seconds go as one message; what presses waits for nothing. 0: each by
   * itself; absent: 0, as before this was a number of the policy.
   */
  readonly bundleSeconds?: number;
}

/** `default`: mail first, ten minutes per way. */
export const builtInNoticePolicy: NoticePolicy = {
  staff: ["email", "wecom", "sms"],
  customer: ["email", "sms"],
  acknowledgeMinutes: 10,
};
