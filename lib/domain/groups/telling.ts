import type { Complaint } from "../complaint/document.ts";
import { hasContact } from "../complaint/document.ts";
import type { ReplyVia } from "../complaint/events.ts";
import type { RefusalCode } from "../complaint/refusal.ts";
import { customerAddressAt } from "../notices/fallback.ts";
import type { Adapter } from "../policy/notice-policy.ts";

/** How one member is told what a group is told. */
export type Way = { readonly via: ReplyVia; readonly sent?: true } | { readonly refused: RefusalCode };

/**
 * D6: contact is not forged. A notice (公示回复) answers those who left no contact; whoever did is written to from here, by
 * the first way of theirs that is set up, and stays open where there is none. What somebody has told by telephone or at
 * the door is on record as that.
 */
export function ownWay(via: ReplyVia, member: Complaint, ways: readonly Adapter[]): Way {
  const reached = (way: Adapter) => ways.includes(way) && customerAddressAt(member, way) !== undefined;
  if (via === "sms") return reached("sms") ? { via, sent: true } : { via };
  if (via !== "posted" || !hasContact(member)) return { via };
  const way = ways.find(reached);
  switch (way) {
    case "email":
      return { via: "email" };
    case "sms":
      return { via: "sms", sent: true };
    case "wechat":
      return { via: "wechat", sent: true };
    case "wecom":
    case undefined:
      return { refused: "contact-known" };
  }
}
