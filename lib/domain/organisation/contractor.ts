/** A company outside (承包商, 外包单位) that does the work of departments of ours. */
export interface Contractor {
  readonly id: string;
  readonly name: string;
  /** 电梯维保, 绿化, 保洁 … */
  readonly trades: readonly string[];
  readonly contact: { readonly name: string; readonly phone?: string; readonly email?: string };
  /** The last day of the contract, a local date. */
  readonly contractUntil: string;
}

/** True if the contract still runs on a local date. */
export function isUnderContract({ contractUntil }: Contractor, date: string): boolean {
  return date <= contractUntil;
}
