import { type Instant, localDate, toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import { type LinkVia, linkVias } from "../events.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { desk, openOrClosed } from "../rules/posts.ts";
import { unreachable } from "../rules/telling.ts";
import type { StaffDefinition } from "./definition.ts";

interface SendLink {
  readonly type: "send-link";
  readonly via: LinkVia;
}

/** So often a day of the project (`default`): whoever has lost a link asks once, and a mailbox is not to be filled. */
const LINKS_A_DAY = 3;

/** The customer's link goes to the customer once more: our people never see it. */
export const sendLink: StaffDefinition<SendLink, "linkSent"> = {
  name: "send-link",
  rule: {
    clause: "default",
    zh: "把查询和评价链接再次发给客户本人，每天至多三次；员工看不到链接",
    en: "The link for following and grading goes to the customer again, three times a day at most; our people do not see it",
  },
  from: openOrClosed,
  posts: desk,
  fits: (complaint) => linkVias.some((via) => unreachable(complaint, via) === undefined),
  decide: (complaint, { via }, { now }) => {
    const at = toInstant(now);
    const refused = unreachable(complaint, via);
    if (refused !== undefined) return refused;
    if (sentOn(complaint, at) >= LINKS_A_DAY) return refuse("link-sent-often");
    return one({ type: "linkSent", via }, at);
  },
  folds: { linkSent: (complaint) => complaint },
  salted: (plain) => plain,
};

/** How often it went out on the day of this instant. */
function sentOn({ events, registration: { timeZone } }: Complaint, at: Instant): number {
  const today = localDate(at, timeZone);
  return events.filter(
    ({ fact, recordedAt }) => fact.type === "linkSent" && localDate(recordedAt, timeZone) === today,
  ).length;
}
