import * as z from "zod";
import d6 from "../../../data/policies/D6.json" with { type: "json" };
import d12 from "../../../data/policies/D12.json" with { type: "json" };
import d13 from "../../../data/policies/D13.json" with { type: "json" };
import standard from "../../../data/policies/default.json" with { type: "json" };
import { builtInPolicy } from "../../domain/policy/built-in.ts";
import { clockNames, type Policy } from "../../domain/policy/policy.ts";
import { defined } from "../../domain/present.ts";
import {
  clockChanges,
  disclosure,
  followUpRule,
  groupRule,
  identityPosts,
  laddersSchema,
  noticeRule,
  periodStartDay,
  privacyRule,
  quietHours,
  reportingRule,
  ticketRule,
} from "./policy-schema.ts";

/** What a policy may say; whatever it leaves out is as in its base. */
export const policyChanges = {
  clocks: clockChanges.exactOptional(),
  ladders: laddersSchema.exactOptional(),
  quietHours: quietHours.exactOptional(),
  followUp: followUpRule.exactOptional(),
  periodStartDay: periodStartDay.exactOptional(),
  groups: groupRule.exactOptional(),
  notices: noticeRule.exactOptional(),
  reporting: reportingRule.exactOptional(),
  tickets: ticketRule.exactOptional(),
  privacy: privacyRule.exactOptional(),
  identityPosts: identityPosts.exactOptional(),
  disclosure: disclosure.exactOptional(),
};

const changesSchema = z.strictObject(policyChanges);
export type PolicyChanges = z.output<typeof changesSchema>;

const preset = z.strictObject({
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  ...policyChanges,
});
export type PolicyPreset = z.output<typeof preset>;

export const presetNames = ["default", "D6", "D12", "D13"] as const;
export type PresetName = (typeof presetNames)[number];

/** Ready-made policies (data/policies): the company's default, and one for each regulation that states limits. */
export const presets: Readonly<Record<PresetName, PolicyPreset>> = {
  default: preset.parse(standard),
  D6: preset.parse(d6),
  D12: preset.parse(d12),
  D13: preset.parse(d13),
};

/** A whole policy: the built-in one, changed by a preset, changed by what was said. */
export function completed(version: string, base: PresetName, changes: PolicyChanges): Policy {
  const { name: _, ...more } = presets[base];
  return changed({ ...changed(builtInPolicy, more), version }, changes);
}

function changed(policy: Policy, changes: PolicyChanges): Policy {
  const clocks = { ...policy.clocks };
  for (const name of clockNames) clocks[name] = { ...clocks[name], ...changes.clocks?.[name] };
  return {
    version: policy.version,
    clocks,
    ladders: { ...policy.ladders, ...changes.ladders },
    quietHours: changes.quietHours ?? policy.quietHours,
    followUp: changes.followUp ?? policy.followUp,
    periodStartDay: changes.periodStartDay ?? policy.periodStartDay,
    ...defined({
      groups: changes.groups ?? policy.groups,
      notices: changes.notices ?? policy.notices,
      reporting: changes.reporting ?? policy.reporting,
      tickets: changes.tickets ?? policy.tickets,
      privacy: changes.privacy ?? policy.privacy,
      identityPosts: changes.identityPosts ?? policy.identityPosts,
      disclosure: changes.disclosure ?? policy.disclosure,
    }),
  };
}
