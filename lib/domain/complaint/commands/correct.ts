import type { RegistrationChanges } from "../events.ts";
import { desk, openOrClosed } from "../rules/posts.ts";
import { changedRegistration, changeRegistration, type Values } from "../rules/registering.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface Correct {
  readonly type: "correct";
  readonly changes: RegistrationChanges;
  readonly personal: Values;
}

/** A mistake of the registration is put right; what was written first stays in the history. */
export const correct: LookedUpDefinition<Correct, "corrected"> = {
  name: "correct",
  rule: {
    clause: "default",
    zh: "登记有误的更正并注明原因，原记录保留",
    en: "A mistake is corrected with its reason; what was written first stays",
  },
  from: openOrClosed,
  posts: desk,
  informs: true,
  decide: (complaint, { changes, personal }, context) =>
    changeRegistration(complaint, { type: "corrected", changes }, personal, context),
  folds: { corrected: changedRegistration },
};
