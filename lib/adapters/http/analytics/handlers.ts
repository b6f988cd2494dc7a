import { openFigure, showView } from "../../../app/analytics/read.ts";
import type { SourcePorts } from "../../../app/analytics/source.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { analyticsRoutes } from "../../../contracts/analytics/routes.ts";
import { analyticsViews } from "../../../domain/analytics/views.ts";
import { defined } from "../../../domain/present.ts";
import type { Case } from "../../../domain/statistics/case.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type AnalyticsApiPorts = SourcePorts;

const defaultLimit = 50;

/** The figures behind the pages, and the complaints behind each. */
export const analyticsHandlers = {
  showAnalytics: forStaff(analyticsRoutes.showAnalytics, async (ports: AnalyticsApiPorts, asked) => {
    const { params, query, person, language } = asked;
    const shown = await showView(ports, person, { ...query, view: params.view });
    if (isProblem(shown)) return shown;
    const { table, counted, days, closed } = shown;
    return json(200, {
      view: params.view,
      title: analyticsViews[params.view][language],
      ...days,
      asOf: counted.options.asOf,
      recordedUntil: counted.recordedUntil,
      ...defined({ edition: counted.edition }),
      projects: counted.places.map(({ projectId }) => projectId),
      columns: table.columns.map(({ key, label, unit }) => ({ key, label: label[language], unit })),
      rows: table.rows.map((row) => ({
        key: row.key,
        label: row.label[language],
        figures: row.figures,
        ...defined({ unrecorded: row.unrecorded }),
        ...(closed.has(row.key) ? { closed: true as const } : {}),
      })),
    });
  }),

  openFigure: forStaff(analyticsRoutes.openFigure, async (ports: AnalyticsApiPorts, asked) => {
    const { params, query, person } = asked;
    const opened = await openFigure(ports, person, { limit: defaultLimit, ...query, view: params.view });
    if (isProblem(opened)) return opened;
    const { items, total, cursor } = opened;
    return json(200, {
      total,
      items: items.map(lineOf),
      ...defined({ cursor }),
    });
  }),
} satisfies ServingsOf<typeof analyticsRoutes, AnalyticsApiPorts>;

function lineOf(one: Case) {
  const { id, number, projectId, channel, receivedAt, dueAt, completedAt, classCode, level } = one;
  return {
    id,
    number,
    projectId,
    channel,
    receivedAt,
    dueAt,
    ...(completedAt === null ? {} : { completedAt }),
    ...defined({ classCode, level }),
    ...(one.unjudged === true ? {} : { validity: one.validity }),
  };
}
