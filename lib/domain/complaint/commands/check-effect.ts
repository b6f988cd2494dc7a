import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { managers } from "../rules/posts.ts";
import { isSamePerson } from "../rules/two-people.ts";
import type { StaffDefinition } from "./definition.ts";

interface CheckEffect {
  readonly type: "check-effect";
  readonly effective: boolean;
  readonly text: Personal;
}

/** D4: 客户服务经理 checks the effect; not the one who solved it. */
export const checkEffect: StaffDefinition<CheckEffect, "effectChecked"> = {
  name: "check-effect",
  rule: {
    clause: "D4",
    zh: "客户服务经理检查处理效果，处理人自己不能检查",
    en: "The manager checks the effect, never whoever solved it",
  },
  from: ["resolved"],
  posts: managers,
  decide: ({ resolvedBy }, { effective, text }, { now, by }) =>
    resolvedBy !== undefined && isSamePerson(resolvedBy, by)
      ? refuse("second-person-required")
      : one({ type: "effectChecked", effective }, toInstant(now), { text }),
  folds: {
    effectChecked: (complaint, { effective }, { occurredAt }) =>
      effective ? { ...complaint, effectCheckedAt: occurredAt } : complaint,
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
