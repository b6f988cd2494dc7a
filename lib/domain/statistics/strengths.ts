import { countBy, tasksOfPeriod, topClasses, topClassName } from "./case.ts";
import { areaBase, arePeers, type ProjectCases, rateBase } from "./peers.ts";
import { rate, type SheetOptions } from "./sheet.ts";

/** Weak: so many times the peers' rate; strong: at most its inverse (`default`). */
export const FACTOR = 1.5;
/** Fewer complaints than this, found or to be expected, say nothing (`default`). */
export const SIGNIFICANT = 3;

/** 业务强弱项 (D15): one class of one project against its peers. */
export interface StrengthCell {
  readonly count: number;
  /** What the peers' rate makes one expect here; null without peers or base. */
  readonly expected: number | null;
  readonly verdict: "强" | "弱" | null;
}

export interface StrengthRow {
  readonly projectId: string;
  readonly name: string;
  /** Other projects of the same type and band of area. */
  readonly peers: number;
  readonly unit: "千户" | "万㎡" | null;
  /** In the order of `topClasses`. */
  readonly cells: readonly StrengthCell[];
}

/**
 * Strong and weak business per class of K8.3-F2: the project's complaints of the period beside what the pooled rate of
 * its peers (the project itself left out) would give. Per thousand households where all of them are known, else per
 * 10,000 m².
 */
export function strengths(projects: readonly ProjectCases[], options: SheetOptions): StrengthRow[] {
  const counted = projects.map((project) => {
    const counts = countBy(tasksOfPeriod(project.cases, options), ({ classCode }) => topClassName(classCode));
    return { project, counts: topClasses.map((name) => counts.get(name) ?? 0) };
  });
  return counted.map(({ project, counts }): StrengthRow => {
    const peers = counted.filter((other) => other.project !== project && arePeers(other.project, project));
    const group = [project, ...peers.map((peer) => peer.project)];
    const baseOf = group.every((one) => rateBase(one) !== undefined) ? rateBase : areaBase;
    const own = baseOf(project);
    const theirs = peers.reduce((sum, peer) => sum + (baseOf(peer.project)?.amount ?? 0), 0);
    const cells = counts.map((count, index): StrengthCell => {
      const pooled = peers.reduce((sum, peer) => sum + (peer.counts[index] ?? 0), 0);
      const perUnit = rate(pooled, theirs);
      const expected = own === undefined || perUnit === null ? null : perUnit * own.amount;
      return { count, expected, verdict: verdictOf(count, expected) };
    });
    return {
      projectId: project.projectId,
      name: project.name,
      peers: peers.length,
      unit: own?.unit ?? null,
      cells,
    };
  });
}

function verdictOf(count: number, expected: number | null): StrengthCell["verdict"] {
  if (expected === null) return null;
  if (count >= SIGNIFICANT && count >= expected * FACTOR) return "弱";
  if (expected >= SIGNIFICANT && count * FACTOR <= expected) return "强";
  return null;
}
