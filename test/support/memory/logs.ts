import type { NumberSeen } from "../../../lib/app/ports/call-log.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import type { BoxRound } from "../../../lib/app/ports/intake.ts";
import type { PaperTaken } from "../../../lib/app/ports/paper-log.ts";
import type { RetentionReport } from "../../../lib/domain/person-data/retention.ts";

interface Logs {
  readonly rounds: BoxRound[];
  readonly papersTaken: PaperTaken[];
  readonly numbersSeen: NumberSeen[];
}

/** What is only ever written down: numbers shown, papers printed, boxes emptied. */
export function memoryLogs({ rounds, papersTaken, numbersSeen }: Logs) {
  return {
    callLog: {
      record: async (seen) => void numbersSeen.push(seen),
      ofComplaint: async (id) => numbersSeen.filter(({ complaintId }) => complaintId === id),
    },
    paperLog: {
      record: async (taken) => void papersTaken.push(taken),
      ofComplaint: async (id) => papersTaken.filter(({ complaintId }) => complaintId === id),
    },
    boxes: { putRound: async (round) => void rounds.push(round) },
  } satisfies Partial<Ports>;
}

/** The reports of the nightly retention, one a date. */
export function memoryRetention(nights: RetentionReport[]): Ports["retention"] {
  return {
    put: async (report) => {
      const index = nights.findIndex(({ date }) => date === report.date);
      nights.splice(index < 0 ? nights.length : index, 1, structuredClone(report));
    },
    latest: async (limit) => nights.toSorted((a, b) => b.date.localeCompare(a.date)).slice(0, limit),
  };
}
