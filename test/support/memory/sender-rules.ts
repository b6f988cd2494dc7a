import type { DroppedMail, SenderRuleStore } from "../../../lib/app/ports/mail.ts";
import { type SenderRule, senderRuleId } from "../../../lib/domain/senders/rule.ts";

/** Sender rules over lists that tests can look into. */
export function memorySenderRules(rules: SenderRule[], drops: DroppedMail[]): SenderRuleStore {
  const indexOf = (id: string) => rules.findIndex((rule) => senderRuleId(rule) === id);
  return {
    list: async () => [...rules],
    find: async (id) => rules[indexOf(id)],
    put: async (rule) => {
      const index = indexOf(senderRuleId(rule));
      if ((rules[index]?.version ?? 0) !== rule.version - 1) return false;
      rules.splice(index < 0 ? rules.length : index, 1, rule);
      return true;
    },
    remove: async (id) => {
      if (indexOf(id) >= 0) rules.splice(indexOf(id), 1);
      for (const drop of drops.filter(({ ruleId }) => ruleId === id)) drops.splice(drops.indexOf(drop), 1);
    },
    dropped: async (mail) => {
      if (!drops.some((drop) => JSON.stringify(drop) === JSON.stringify(mail))) drops.push(mail);
    },
    countDropped: async (ruleId, since) =>
      drops.filter((drop) => drop.ruleId === ruleId && drop.at > since).length,
  };
}
