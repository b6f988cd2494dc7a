/** When complaints make a group, and what follows from it; all of it `default` (D11 only says "5位以上"). */
export interface GroupPolicy {
  /** Distinct households, or the headcount of a joint letter, that make a group. */
  readonly customers: number;
  /** The same building: so many hours in which they must come, and minutes of duty hours until it stands by itself. */
  readonly building: { readonly windowHours: number; readonly confirmAfterDutyMinutes: number };
  /** The same project: so many days, and minutes of working time until it stands by itself. */
  readonly project: { readonly windowDays: number; readonly confirmAfterWorkingMinutes: number };
  /** The same household and matter within so many days is 重复投诉. */
  readonly repeatDays: number;
  /** Candidates are looked at again after so many seconds: complaints that arrive at once do not see each other. */
  readonly lookAgainSeconds: number;
  /** Share of the members that is called after the solution; of a group of level B everybody. */
  readonly sample: { readonly percent: number; readonly least: number };
  /** A group's document has room for so many; whoever comes later is handled alone. */
  readonly maxMembers: number;
  /** A rung speaks for the same rung of other members that falls due within so many minutes of it; absent: 30. */
  readonly togetherMinutes?: number;
}

export const builtInGroupPolicy: GroupPolicy = {
  customers: 5,
  building: { windowHours: 24, confirmAfterDutyMinutes: 60 },
  project: { windowDays: 7, confirmAfterWorkingMinutes: 240 },
  repeatDays: 30,
  lookAgainSeconds: 120,
  sample: { percent: 20, least: 5 },
  maxMembers: 400,
};

/** The numbers in force: the policy's, or the built-in ones where it says nothing. */
export function groupPolicyOf({ groups }: { readonly groups?: GroupPolicy }): GroupPolicy {
  return groups ?? builtInGroupPolicy;
}

/** How near each other the same rungs of members are told together, in minutes. */
export function togetherMinutesOf(policy: { readonly groups?: GroupPolicy }): number {
  return groupPolicyOf(policy).togetherMinutes ?? 30;
}
