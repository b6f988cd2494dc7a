import type { Seen } from "./account.ts";
import { projectIds } from "./company.ts";

/** The words of the regulations, counted one complaint after another; instants are compared as texts. */
export interface Edition {
  /** Half-open: the first instant belongs to it, the end to the next. */
  readonly start: string;
  readonly end: string;
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly asOf: string;
}

/** D1's seven rows; K8.3-F2's five points of the developer are named after them, the rest is a view of ours (`default`). */
export function d1Row(code: string | undefined): string {
  if (code === undefined || code.startsWith("1.6")) return "其他";
  if (code.startsWith("1.5") || code === "1.7.5") return "客户服务";
  if (code === "1.7.1") return "产品缺陷";
  if (code === "1.7.3") return "规划设计";
  if (code === "1.7.4") return "营销管理";
  return code.startsWith("1.7") ? "工程质量" : "物业服务";
}

export const d1Rows = ["产品缺陷", "客户服务", "工程质量", "规划设计", "物业服务", "营销管理", "其他"];
const k83 = ["房屋管理", "设备管理", "安全管理", "环境管理", "综合服务", "业户纠纷", "地产相关"];
export const k83Rows = [...k83, "未分类"];

/** K8.3-F2's class of a point. */
export function k83Row(code: string | undefined): string {
  return code === undefined ? "未分类" : (k83[Number(code.split(".")[1]) - 1] ?? "");
}

/** D8: what the developer answers for. */
const ofEstate = (one: Seen) =>
  ["产品缺陷", "工程质量", "规划设计", "营销管理"].includes(d1Row(one.classCode));

const inside = (at: string, { start, end }: Edition) => start <= at && at < end;

/** 受理: every complaint received in the period. */
export const accepted = (all: readonly Seen[], edition: Edition) =>
  all.filter((one) => one.kind === "complaint" && one.unrated !== true && inside(one.receivedAt, edition));

/** A complaint that is ours to finish: not invalid, and not gone. */
export const isTask = (one: Seen) =>
  one.kind === "complaint" && one.validity !== "invalid" && one.ended === undefined && one.unrated !== true;

/** 新增任务. */
export const tasks = (all: readonly Seen[], edition: Edition) => accepted(all, edition).filter(isTask);

const inTime = (one: Seen) => one.done !== undefined && one.done <= (one.dueAt ?? "");
const late = (one: Seen) => one.done !== undefined && !inTime(one);
const openAt = (one: Seen, at: string) => one.done === undefined || one.done >= at;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const count = (list: readonly Seen[], holds: (one: Seen) => boolean) => list.filter(holds).length;

/** D1, one row: B to U. */
export function d1(list: readonly Seen[], edition: Edition): Record<string, number | null> {
  const own = list.filter(isTask);
  const month = own.filter(
    (one) =>
      openAt(one, edition.start) &&
      ((one.dueAt ?? "") < edition.end || (one.done !== undefined && inside(one.done, edition))),
  );
  const finished = month.filter(({ done }) => done !== undefined && inside(done, edition));
  const year = own.filter(
    (one) =>
      (edition.yearStart <= one.receivedAt && one.receivedAt < edition.yearEnd) ||
      (one.receivedAt < edition.yearStart && openAt(one, edition.yearStart)),
  );
  const [B, C] = [count(own, ({ receivedAt }) => inside(receivedAt, edition)), month.length];
  const [D, E] = [count(finished, inTime), count(finished, late)];
  const [J, K, M] = [year.length, count(year, inTime), count(year, late)];
  const [P, Q, S] = [own.length, count(own, inTime), count(own, late)];
  return {
    B,
    C,
    D,
    E,
    F: D + E,
    G: share(D, C),
    H: share(E, C),
    I: share(D + E, C),
    J,
    K,
    L: share(K, J),
    M,
    N: K + M,
    O: share(K + M, J),
    P,
    Q,
    R: share(Q, P),
    S,
    T: Q + S,
    U: share(Q + S, P),
  };
}

/** D8's figures of some complaints received in the period. */
export interface Outcome {
  readonly received: number;
  readonly done: number;
  readonly inTime: number;
  readonly open: number;
  readonly overdue: number;
  readonly handlingRate: number | null;
  readonly timelyRate: number | null;
  readonly reached: number;
  readonly satisfied: number;
  readonly satisfaction: number | null;
  readonly paused: number;
}

export function outcome(list: readonly Seen[], asOf: string): Outcome {
  const done = count(list, (one) => one.done !== undefined);
  const overdue = count(list, (one) => one.done === undefined && (one.dueAt ?? "") < asOf);
  const reached = list.filter(({ answer }) => answer !== undefined);
  const satisfied = count(reached, ({ answer }) => (answer?.grade ?? 0) >= 4);
  return {
    received: list.length,
    done,
    inTime: count(list, inTime),
    open: list.length - done,
    overdue,
    handlingRate: share(done, list.length),
    timelyRate: share(count(list, inTime), done + overdue),
    reached: reached.length,
    satisfied,
    satisfaction: share(satisfied, reached.length),
    paused: count(list, ({ everPaused }) => everPaused),
  };
}

/** D14: what was received, by how it was judged. */
export function judged(list: readonly Seen[]) {
  const of = (validity: string | undefined) => count(list, (one) => one.validity === validity);
  return {
    total: list.length,
    valid: of("valid"),
    assisted: of("assisted"),
    invalid: of("invalid"),
    unjudged: of(undefined),
    ended: count(list, ({ ended }) => ended !== undefined),
  };
}

export const basic = (list: readonly Seen[]) => list.filter((one) => !ofEstate(one));
export const estate = (list: readonly Seen[]) => list.filter(ofEstate);

export function tally<T>(list: readonly T[], keyOf: (one: T) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Every project's part of a list. */
export const byProject = (list: readonly Seen[]) =>
  projectIds.map((id) => [id, list.filter(({ projectId }) => projectId === id)] as const);
