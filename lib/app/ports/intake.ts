import type { Instant } from "../../domain/time/instant.ts";
/** One opening of a complaint box (投诉箱). */
export interface BoxRound {
  readonly boxId: string;
  readonly roundId: string;
  readonly projectId: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly slips: number;
}

export interface BoxStore {
  putRound(round: BoxRound): Promise<void>;
}
