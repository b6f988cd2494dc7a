import { defined } from "../present.ts";
import { type AnalysisFigures, monthlyAnalysis } from "./analysis.ts";
import { type AreaBand, areaBand, arePeers, type ProjectCases, type RateBase, rateBase } from "./peers.ts";
import type { SheetOptions } from "./sheet.ts";

/** A rank says something only above so many complaints of the period (`default`). */
export const RANK_FROM = 10;

/** One project among its peers (对比, D15). */
export interface ComparisonRow extends AnalysisFigures {
  readonly projectId: string;
  readonly name: string;
  readonly type: string;
  readonly band: AreaBand;
  readonly floorArea: number;
  /** 地产相关 of those received. */
  readonly estate: number;
  /** Absent where occupied households are not known. */
  readonly base?: RateBase;
  /** Complaints per thousand households or 10,000 m², all and without 地产相关. */
  readonly complaintRate: number | null;
  readonly basicRate: number | null;
  /** How many projects are compared, this one included. */
  readonly peers: number;
  /** By timely rate among the peers with enough complaints, 1 the best; equal rates share a rank. */
  readonly rank: number | null;
}

/** Every project beside those of its type and band of area, in this order; ranks only among enough complaints. */
export function comparison(projects: readonly ProjectCases[], options: SheetOptions): ComparisonRow[] {
  const rows = projects.map((project) => {
    const { basic, estate, ...figures } = monthlyAnalysis(project.cases, options);
    return { project, basic, estate, figures };
  });
  const comparable = rows.filter(({ figures }) => figures.received >= RANK_FROM);
  const ranked = rows.map(({ project, basic, estate, figures }): ComparisonRow => {
    const peers = comparable.filter((other) => arePeers(other.project, project));
    const base = rateBase(project);
    const per = (count: number) => (base === undefined ? null : count / base.amount);
    const rankable = peers.length > 1 && figures.received >= RANK_FROM && figures.timelyRate !== null;
    const better = peers.filter((other) => (other.figures.timelyRate ?? 0) > (figures.timelyRate ?? 0));
    return {
      projectId: project.projectId,
      name: project.name,
      type: project.type,
      band: areaBand(project),
      floorArea: project.floorArea,
      ...figures,
      estate: estate.received,
      ...defined({ base }),
      complaintRate: per(figures.received),
      basicRate: per(basic.received),
      peers: projects.filter((other) => arePeers(other, project)).length,
      rank: rankable ? better.length + 1 : null,
    };
  });
  return ranked.sort((a, b) => order(a.type, b.type) || order(a.band, b.band) || order(a.name, b.name));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
