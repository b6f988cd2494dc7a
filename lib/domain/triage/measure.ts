import { type ClassCode, topClassOf } from "../classification/classes.ts";

/** What a hint said of a complaint, and what people decided. */
export interface Hinted {
  /** Absent: the words met no phrase of a problem point. */
  readonly hint?: ClassCode;
  /** Absent: not classified yet. */
  readonly decided?: ClassCode;
}

/** How good the hints were. */
export interface HintMeasure {
  /** Complaints whose words were looked at. */
  readonly hinted: number;
  /** Of them, those whose words met no problem point, and their share (0–1; undefined without any). */
  readonly unmatched: number;
  readonly unmatchedShare: number | undefined;
  /** With a point and classified by people: only these can be right or wrong. */
  readonly compared: number;
  /** The class is the same: 1.2 of 1.2.3. */
  readonly classHits: number;
  /** The problem point is the same. */
  readonly pointHits: number;
}

/** Compares hints with what people decided; complaints nobody has classified are neither hit nor miss. */
export function measureHints(complaints: Iterable<Hinted>): HintMeasure {
  let [hinted, unmatched, compared, classHits, pointHits] = [0, 0, 0, 0, 0];
  for (const { hint, decided } of complaints) {
    hinted += 1;
    if (hint === undefined) unmatched += 1;
    if (hint === undefined || decided === undefined) continue;
    compared += 1;
    if (topClassOf(hint) === topClassOf(decided)) classHits += 1;
    if (hint === decided) pointHits += 1;
  }
  const unmatchedShare = hinted === 0 ? undefined : unmatched / hinted;
  return { hinted, unmatched, unmatchedShare, compared, classHits, pointHits };
}
