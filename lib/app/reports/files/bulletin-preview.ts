import { toInstant } from "../../../domain/time/instant.ts";
import { sheetOptions } from "../../periods/bounds.ts";
import type { BulletinDocument } from "../../ports/document-input.ts";
import type { Ports } from "../../ports/index.ts";
import { recordedUntilOf } from "../../ports/report-run.ts";
import { type Problem, problem } from "../../problems/problem.ts";
import { type ProjectPart, partKey } from "../content/project-part.ts";
import { rulingsOf } from "../content/rulings.ts";
import { submissionsOf } from "../content/submitted.ts";
import { bulletinWords } from "./bulletin.ts";
import { stageOf } from "./stage.ts";

export type PreviewPorts = Pick<
  Ports,
  "clock" | "companyTexts" | "organisation" | "reports" | "reportFiles" | "rules" | "submissions"
>;

/** What the bulletin says but for its chart, and the hot projects by id: those of which headquarters may write. */
export interface BulletinPreview {
  readonly words: Omit<BulletinDocument, "chart">;
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

/**
 * What the month's bulletin (D14) would say if it were issued now: the figures of the company's newest edition with the texts,
 * submissions and rulings that stand. The edition has taken the period's number, so none is taken by looking.
 */
export async function previewBulletin(
  ports: PreviewPorts,
  month: string,
): Promise<BulletinPreview | Problem> {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const editions = await ports.reports.editions(month);
  const [newest] = editions
    .filter(({ only, span }) => only === undefined && span === undefined)
    .toSorted((a, b) => b.edition - a.edition);
  if (newest === undefined) return problem("unknown-report", { path: "month" });
  const parts: ProjectPart[] = [];
  for (const id of newest.projectIds) {
    const body = await ports.reportFiles.get(partKey(newest.runId, id));
    if (body === undefined) return problem("edition-not-kept", { path: "month" });
    parts.push(JSON.parse(new TextDecoder().decode(body)));
  }
  const { timeZone, name } = company;
  const frame = {
    company: name,
    ...sheetOptions(newest, timeZone, await ports.rules.periodStarts(timeZone)),
    recordedUntil: recordedUntilOf(newest),
    edition: newest.edition,
    stage: await stageOf(ports, newest, timeZone),
    madeAt: toInstant(ports.clock.now()),
    missing: newest.missing.map((one) => one.name),
  };
  const submissions = await submissionsOf(ports, frame);
  const words = await bulletinWords(ports, {
    run: { month, projectIds: [...newest.projectIds, ...newest.missing.map(({ projectId }) => projectId)] },
    parts,
    missing: newest.missing,
    submissions,
    rulings: rulingsOf(parts, submissions.all),
    frame,
  });
  const named = new Map(parts.map((part) => [part.name, part.projectId]));
  const projects = words.bulletin.hot.flatMap((hot) => {
    const id = named.get(hot.name);
    return id === undefined ? [] : [{ id, name: hot.name }];
  });
  return { words, projects };
}
