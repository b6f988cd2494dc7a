import { desk } from "../../complaint/rules/posts.ts";
import { standing } from "../states.ts";
import { ownWay } from "../telling.ts";
import type { MemberCommand } from "./definition.ts";

/** D6: every household is told the next steps; nobody counts as told who was not. */
export const reply: MemberCommand<"reply"> = {
  name: "reply",
  rule: {
    clause: "D6",
    zh: "一份答复逐户告知；公示只答复未留联系方式的，留了的按其方式发送，未告知的仍待回复",
    en: "One answer goes to every household; a notice answers those without contact, the others are written to, and who was not told stays open",
  },
  from: standing,
  posts: desk,
  forMember: ({ type, via }, member, { text, ways }) => {
    const way = ownWay(via, member, ways);
    return "refused" in way ? way : { type, ...way, text: text() };
  },
};
