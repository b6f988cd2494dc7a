import { type Case, tasksOfPeriod } from "./case.ts";
import { epochMs } from "./instant.ts";
import { rate, type SheetOptions } from "./sheet.ts";

/** 政府转办 of one system (12345, 街道, 住建局 …); `default`: the sources give no formula. */
export interface GovernmentRow {
  readonly system: string;
  readonly received: number;
  /** First reply given by its due instant. */
  readonly responded: number;
  /** Not yet answered and not yet due: in no rate. */
  readonly waiting: number;
  readonly resolved: number;
  /** Resolved by the time on the ticket. */
  readonly resolvedInTime: number;
  /** Reached at the first follow-up. */
  readonly asked: number;
  readonly satisfied: number;
  /** responded ÷ (received − waiting) */
  readonly responseRate: number | null;
  /** resolved ÷ received */
  readonly resolutionRate: number | null;
  /** satisfied ÷ asked */
  readonly satisfactionRate: number | null;
}

type Counts = Omit<GovernmentRow, "system" | "responseRate" | "resolutionRate" | "satisfactionRate">;

/** Rows by system in the order of their names, 汇总 last. Complaints received in the period with an outside ticket. */
export function governmentTable(cases: Iterable<Case>, options: SheetOptions): GovernmentRow[] {
  const asOf = epochMs(options.asOf, "asOf");
  const tickets = tasksOfPeriod(cases, options).filter(
    (one) => one.channel === "government" || one.external !== undefined,
  );
  const systems = [...new Set(tickets.map(systemOf))].sort();
  return [
    ...systems.map((system) =>
      rowOf(
        system,
        tickets.filter((one) => systemOf(one) === system),
        asOf,
      ),
    ),
    rowOf("汇总", tickets, asOf),
  ];
}

function systemOf(one: Case): string {
  return one.external?.system ?? "其他";
}

function rowOf(system: string, tickets: readonly Case[], asOf: number): GovernmentRow {
  const count = (holds: (one: Case) => boolean) => tickets.filter(holds).length;
  const known = (at: string | null | undefined) =>
    typeof at === "string" && epochMs(at, "instant") <= asOf ? at : undefined;
  const counts: Counts = {
    received: tickets.length,
    responded: count(({ reply }) => {
      const at = known(reply?.at);
      return reply !== undefined && at !== undefined && !isAfter(at, reply.dueAt);
    }),
    waiting: count(
      ({ reply }) =>
        reply === undefined || (known(reply.at) === undefined && epochMs(reply.dueAt, "reply due") >= asOf),
    ),
    resolved: count(({ completedAt }) => known(completedAt) !== undefined),
    resolvedInTime: count((one) => {
      const at = known(one.completedAt);
      return at !== undefined && !isAfter(at, one.external?.dueAt ?? one.dueAt);
    }),
    asked: count(({ firstFollowUpSatisfied }) => firstFollowUpSatisfied !== null),
    satisfied: count(({ firstFollowUpSatisfied }) => firstFollowUpSatisfied === true),
  };
  return {
    system,
    ...counts,
    responseRate: rate(counts.responded, counts.received - counts.waiting),
    resolutionRate: rate(counts.resolved, counts.received),
    satisfactionRate: rate(counts.satisfied, counts.asked),
  };
}

function isAfter(at: string, limit: string): boolean {
  return epochMs(at, "instant") > epochMs(limit, "limit");
}
