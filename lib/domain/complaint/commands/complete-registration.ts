import type { RegistrationChanges } from "../events.ts";
import { desk, open } from "../rules/posts.ts";
import { changedRegistration, changeRegistration, type Values } from "../rules/registering.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface CompleteRegistration {
  readonly type: "complete-registration";
  readonly changes: RegistrationChanges;
  readonly personal: Values;
}

/** 补全登记: what the complainant tells later, or that nothing more will be told (匿名, 拒绝提供). */
export const completeRegistration: LookedUpDefinition<CompleteRegistration, "registrationCompleted"> = {
  name: "complete-registration",
  rule: {
    clause: "D4, D9",
    zh: "登记在 24 小时内补全；匿名或拒绝提供的注明",
    en: "The registration is completed within 24 h, or says that the rest is anonymous or withheld",
  },
  from: open,
  posts: desk,
  informs: true,
  decide: (complaint, { changes, personal }, context) =>
    changeRegistration(complaint, { type: "registrationCompleted", changes }, personal, context),
  folds: { registrationCompleted: changedRegistration },
};
