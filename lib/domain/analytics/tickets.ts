import type { Case } from "../statistics/case.ts";
import {
  platformOf,
  platformsOf,
  ticketCountNames,
  ticketCounts,
  ticketsOfPeriod,
} from "../statistics/government.ts";
import { ticketFigureWords, ticketRateWords } from "../words/ticket-figures.ts";
import { proper } from "./names.ts";
import { asTask } from "./received.ts";
import type { Span } from "./span.ts";
import { type Row, type Task, TOTAL, totalWords, type View, type ViewColumn } from "./view.ts";

const rates: readonly (readonly [keyof typeof ticketRateWords, string, readonly string[]])[] = [
  ["onTimeRate", "answeredInTime", ["answerDue"]],
  ["responseRate", "contacted", ["contacted", "notContacted"]],
  ["resolutionRate", "solved", ["solved", "notSolved"]],
  ["satisfactionRate", "satisfied", ["satisfied", "dissatisfied"]],
];

/** 政府转办: raw tickets of every kind of record by their platform, as the workbook's sheet counts them. */
export function ticketView(cases: Iterable<Case>, { options }: Span): View {
  const holds = ticketCounts(options);
  const tasks = ticketsOfPeriod(cases, options).map(asTask);
  const rowOf = (key: string, some: readonly Task[]): Row => ({ key, label: proper(key), tasks: some });
  const platforms = platformsOf(tasks.map(({ source }) => source));
  return {
    columns: [
      ...ticketCountNames.map(
        (key): ViewColumn => ({
          key,
          label: ticketFigureWords[key],
          unit: "count",
          holds: ({ source }) => holds[key](source),
        }),
      ),
      ...rates.map(
        ([key, part, whole]): ViewColumn => ({ key, label: ticketRateWords[key], unit: "rate", part, whole }),
      ),
    ],
    rows: [
      ...platforms.map((name) =>
        rowOf(
          name,
          tasks.filter(({ source }) => platformOf(source) === name),
        ),
      ),
      { key: TOTAL, label: totalWords, tasks },
    ],
  };
}
