import type { PagePath } from "../../../../../lib/contracts/pages/paths.ts";
import type { Post } from "../../../../../lib/domain/organisation/organisation.ts";
import { leadersOfProject } from "../../../../../lib/domain/organisation/rights.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";

export interface AdminPageEntry {
  readonly path: PagePath;
  readonly name: Words;
  /** What one does there, in a line. */
  readonly about: Words;
  /** Whoever holds one of these posts anywhere sees it in the menu; the server decides what they may do. */
  readonly posts: readonly Post[];
}

/** Region and headquarters set rules for several projects. */
const whoRules: readonly Post[] = ["region", "headquarters"];

/** The pages of administration in the order of the menu. */
export const adminPages: readonly AdminPageEntry[] = [
  {
    path: "/admin/quarantine",
    name: { zh: "隔离邮件", en: "Quarantine" },
    about: { zh: "读信、转为投诉、设定发件人", en: "Read mails, make them complaints, decide about senders" },
    posts: leadersOfProject,
  },
  {
    path: "/admin/policies",
    name: { zh: "政策", en: "Policies" },
    about: {
      zh: "时限、阶梯、免打扰：修改、试算、发布",
      en: "Limits, ladders, quiet hours: change, try, publish",
    },
    posts: whoRules,
  },
  {
    path: "/admin/people",
    name: { zh: "人员", en: "People" },
    about: { zh: "岗位、请假、代理人、工作移交", en: "Posts, absences, substitutes, handover" },
    posts: leadersOfProject,
  },
];
