/** Kinds of records that end by themselves after a time. */
export const retentionKinds = [
  "complaints",
  "rawMails",
  "quarantine",
  "requests",
  "jobs",
  "runs",
  "copies",
  "auditReads",
  "droppedMails",
  "searchWords",
  "uploads",
  "recordings",
  "drafts",
  "throttles",
  "accessLogs",
  "functionLogs",
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** Personal information: how long people wait for an answer about theirs, and how long records are kept. All of it `default`. */
export interface PrivacyPolicy {
  /** Working days for a copy or an erasure that somebody asks for. */
  readonly requestWorkingDays: number;
  /** Days for which the nightly run keeps what it removes itself; absent: the built-in ones. */
  readonly keepDays?: Partial<Readonly<Record<NightlyKind, number>>>;
}

/** Kinds that the nightly run removes, by policy; of the others storage itself lets go. */
export const nightlyKinds = [
  "complaints",
  "rawMails",
  "quarantine",
  "requests",
  "recordings",
] as const satisfies readonly RetentionKind[];
export type NightlyKind = (typeof nightlyKinds)[number];

/**
 * 《App违法违规收集使用个人信息行为认定方法》六: fifteen working days at most where people answer by hand; GB/T 35273-2020 8.7
 * says thirty days. A complaint's personal values stay three years after it has ended, as long as claims may be brought (民法典 188);
 * the recording of its call, which says more than the case needs, half a year.
 */
export const builtInPrivacyPolicy = {
  requestWorkingDays: 15,
  keepDays: { complaints: 1095, rawMails: 1095, quarantine: 180, requests: 1095, recordings: 180 },
} as const satisfies PrivacyPolicy;

/** The rules in force: the policy's, or the built-in ones where it says nothing. */
export function privacyPolicyOf({ privacy }: { readonly privacy?: PrivacyPolicy }): {
  readonly requestWorkingDays: number;
  readonly keepDays: Readonly<Record<NightlyKind, number>>;
} {
  const { requestWorkingDays, keepDays } = builtInPrivacyPolicy;
  return {
    requestWorkingDays: privacy?.requestWorkingDays ?? requestWorkingDays,
    keepDays: { ...keepDays, ...privacy?.keepDays },
  };
}
