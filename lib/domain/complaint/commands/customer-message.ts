import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { one } from "../rules/drafts.ts";
import { desk, openOrClosed } from "../rules/posts.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface CustomerMessage {
  readonly type: "customer-message";
  readonly text: Personal;
  /** All that was written, where `text` is only its beginning: looked through for danger, not stored here. */
  readonly whole?: string;
  readonly messageId?: string;
  /** Who wrote, where it was not the complainant. */
  readonly author?: Personal;
}

/** What the customer adds later, by mail or on another way. */
export const customerMessage: StaffDefinition<CustomerMessage, "messageReceived"> = {
  name: "customer-message",
  rule: {
    clause: "default",
    zh: "客户补充的内容记在原投诉上",
    en: "What the customer adds later stands with the complaint",
  },
  from: openOrClosed,
  posts: desk,
  informs: true,
  decide: (_, { messageId, text, author }, { now }) =>
    one({ type: "messageReceived", ...defined({ messageId }) }, toInstant(now), { text, author }),
  folds: { messageReceived: (complaint) => complaint },
  salted: ({ author, ...plain }, salt) => ({
    ...plain,
    text: salt(plain.text),
    ...defined({ author: saltedText(author, salt) }),
  }),
};
