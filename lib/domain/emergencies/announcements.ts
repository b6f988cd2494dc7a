import type { NoticePlan } from "../notices/notice.ts";
import { defined } from "../present.ts";
import type { Announcement, Emergency } from "./emergency.ts";

/** The mails of one announcement; the same one always gives the same keys. */
export function emergencyNotices(
  { seq, about, recipients }: Announcement,
  { registration }: Pick<Emergency, "registration">,
): NoticePlan[] {
  return recipients.map(({ personId, post, insteadOf }) => ({
    key: `emergency#${about}#${personId}#email`,
    subject: { kind: "emergency", id: registration.id, seq },
    template: about === "registered" ? "emergency-registered" : "emergency-overdue",
    recipient: { kind: "person", id: personId, post, ...defined({ insteadOf }) },
    adapter: "email",
  }));
}
