import { managers } from "../../complaint/rules/posts.ts";
import { toInstant } from "../../time/instant.ts";
import type { MemberCommand } from "./definition.ts";

/** D4, D15: the review (检讨) of a group is held once: it and its corrective actions stand with the first of its members. */
export const review: MemberCommand<"review"> = {
  name: "review",
  rule: {
    clause: "D4, D15",
    zh: "群体召开一次检讨，整改项记在最早的成员上，责任人即时得知",
    en: "A group is reviewed once; its corrective actions stand with the earliest member, and their owners hear at once",
  },
  from: ["resolved"],
  posts: managers,
  selective: true,
  among: (members) => members.slice(0, 1),
  toNobody: "not-allowed-now",
  unfit: (_, { actions }, { now }) =>
    actions.some(({ dueAt }) => dueAt <= toInstant(now)) ? { refused: "limit-in-the-past" } : undefined,
  forMember: ({ type, actions }, _, { text }) => ({
    type,
    text: text(),
    actions: actions.map((action, index) => ({
      ...action,
      cause: text(causeText(index)),
      measure: text(measureText(index)),
    })),
  }),
  tellsEach: true,
};

/** Where the texts of an action stand beside the command. */
export function causeText(index: number): string {
  return `cause.${index + 1}`;
}

export function measureText(index: number): string {
  return `measure.${index + 1}`;
}
