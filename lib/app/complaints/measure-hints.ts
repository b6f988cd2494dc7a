import { defined } from "../../domain/present.ts";
import { type Hinted, type HintMeasure, measureHints } from "../../domain/triage/measure.ts";
import type { Ports } from "../ports/index.ts";

const PAGE = 100;

/** How good the hints were of the complaints received in a month (`YYYY-MM`, each project's own), all projects. */
export async function measureMonth(
  { complaints, organisation }: Pick<Ports, "complaints" | "organisation">,
  month: string,
): Promise<HintMeasure> {
  const told: Hinted[] = [];
  for (const { id } of await organisation.projects()) {
    let cursor: string | undefined;
    do {
      const page = await complaints.receivedInMonth(id, month, {
        limit: PAGE,
        ...defined({ cursor }),
      });
      for (const { hint, classCode } of await complaints.loadMany(page.items.map((item) => item.id))) {
        told.push({
          ...defined({ hint: hint?.classCode, decided: classCode }),
        });
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return measureHints(told);
}
