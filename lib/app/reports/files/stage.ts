import { reportingPolicyOf } from "../../../domain/policy/reporting-policy.ts";
import { reportingDates } from "../../../domain/submissions/decide.ts";
import { boundsOf, sheetOptions } from "../../periods/bounds.ts";
import type { Ports } from "../../ports/index.ts";
import { type EditionStage, type ReportEdition, recordedUntilOf } from "../../ports/report-run.ts";

/** What an edition of a run is among those of its period. */
export async function stageOf(
  ports: Pick<Ports, "rules">,
  run: Pick<ReportEdition, "asOf" | "bulletin" | "month" | "recordedUntil" | "span">,
  timeZone: string,
): Promise<EditionStage> {
  if (run.bulletin === true) return "bulletin";
  const { policy, calendar } = await ports.rules.forCompany(timeZone);
  const { last } = boundsOf(sheetOptions(run, timeZone, await ports.rules.periodStarts(timeZone)));
  if (run.asOf < last) return "interim";
  const { bulletinAt } = reportingDates(last, calendar, reportingPolicyOf(policy));
  return recordedUntilOf(run) < bulletinAt ? "preliminary" : "rebuilt";
}
