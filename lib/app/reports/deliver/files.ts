import type { Project } from "../../../domain/organisation/organisation.ts";
import { projectsIn } from "../../../domain/organisation/tree.ts";
import { defined } from "../../../domain/present.ts";
import type { SheetOptions } from "../../../domain/statistics/index.ts";
import type { Subscription } from "../../../domain/subscriptions/subscription.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import { sheetOptions } from "../../periods/bounds.ts";
import type { Ports } from "../../ports/index.ts";
import { type ReportEdition, type ReportRun, recordedUntilOf } from "../../ports/report-run.ts";
import type { DeliveredFile, MailedFiles } from "../../ports/subscriptions.ts";
import { keyFigures } from "../content/key-figures.ts";
import { namesOf } from "../content/names.ts";
import { loadParts, type ProjectPart } from "../content/project-part.ts";
import { fileTypes } from "../files/edition-files.ts";
import { isBulletin } from "../files/file-rights.ts";
import { fileTitle, titleOfFile } from "../files/file-titles.ts";
import { stageOf } from "../files/stage.ts";
import { monthlyWorkbooks, type WorkbookFrame } from "../files/workbooks.ts";

export type DeliveryPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "reports" | "reportFiles" | "rules" | "workbook"
>;

/** What a delivery is made from: a run of its own, or the newest edition that a run has issued. */
export interface DeliverySource {
  readonly run: ReportRun;
  readonly edition?: ReportEdition;
  /** The projects it counts. */
  readonly counted: readonly string[];
}

export async function sourceOf({ reports }: Pick<Ports, "reports">, runId: string): Promise<DeliverySource> {
  const run = await reports.run(runId);
  if (run === undefined) throw new Error(`run ${runId} is unknown`);
  if (run.delivery !== undefined) return { run, counted: run.doneProjectIds };
  const edition = (await reports.editions(run.month))
    .filter((one) => one.runId === runId)
    .toSorted((a, b) => a.edition - b.edition)
    .at(-1);
  if (edition === undefined) throw new Error(`run ${runId} has issued nothing`);
  return { run, edition, counted: edition.projectIds };
}

/** The files of one part of the tree; undefined where none of its projects is counted. */
export async function deliveryOf(
  ports: DeliveryPorts,
  source: DeliverySource,
  subscription: Subscription,
): Promise<MailedFiles | undefined> {
  const { run, edition, counted } = source;
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const inside = projectsIn(await ports.organisation.projects(), subscription.level, subscription.scope);
  const wanted = inside.filter(({ id }) => counted.includes(id));
  if (wanted.length === 0) return undefined;
  const parts = await loadParts(
    ports,
    run.id,
    wanted.map(({ id }) => id),
  );
  const options = sheetOptions(run, company.timeZone, await ports.rules.periodStarts(company.timeZone));
  const frame: WorkbookFrame = {
    company: company.name,
    ...options,
    recordedUntil: recordedUntilOf(run),
    ...(edition === undefined
      ? {}
      : { edition: edition.edition, stage: await stageOf(ports, edition, company.timeZone) }),
    madeAt: toInstant(ports.clock.now()),
    missing: inside.filter((project) => !wanted.includes(project)).map(({ name }) => name),
    names: await namesOf(ports, parts),
  };
  const about = { subscription, name: nameOf(subscription, inside, company.name), parts, frame };
  return {
    runId: run.id,
    built: counted.length,
    subscription,
    name: about.name,
    month: run.month,
    ...defined({ span: run.span, edition: edition?.edition }),
    asOf: run.asOf,
    recordedUntil: recordedUntilOf(run),
    madeAt: frame.madeAt,
    figures: keyFigures(
      parts.flatMap(({ cases }) => cases),
      options,
    ),
    missing: frame.missing ?? [],
    files: [...issuedFiles(edition, about, options), ...(await madeFiles(ports, run, about))],
  };
}

interface About {
  readonly subscription: Subscription;
  readonly name: string;
  readonly parts: readonly ProjectPart[];
  readonly frame: WorkbookFrame;
}

/** What the edition has of the company or of a project already, and the bulletin, which is addressed to everybody (D14). */
function issuedFiles(
  edition: ReportEdition | undefined,
  { subscription: { level, scope }, name }: About,
  { timeZone }: SheetOptions,
): readonly DeliveredFile[] {
  if (edition === undefined) return [];
  const own =
    level === "project" ? /^(complaints|analysis)-/ : level === "company" ? COMPANY_FILES : undefined;
  const whose = level === "project" ? scope : undefined;
  return edition.files
    .filter(
      (file) =>
        (file.projectId === undefined && isBulletin(file.name)) ||
        (file.projectId === whose && own?.test(file.name) === true),
    )
    .map((file) => ({
      key: file.key,
      title: titleOfFile(file, edition, { nameOf: () => name, timeZone }),
      size: file.size,
      contentType: file.contentType,
    }));
}

const COMPANY_FILES = /^(complaints|classification)-\d/;

/** The workbook of a part of the tree that the edition has none of, or that is no edition's. */
async function madeFiles(
  ports: Pick<Ports, "crypto" | "reportFiles" | "workbook">,
  run: ReportRun,
  { subscription: { level, scope }, name, parts, frame }: About,
): Promise<readonly DeliveredFile[]> {
  const isIssued = run.delivery === undefined && (level === "project" || level === "company");
  if (isIssued) return [];
  const named =
    level === "company" || level === "project" ? frame : { ...frame, company: `${frame.company} ${name}` };
  const whose = level === "project" ? scope : undefined;
  const input = [...monthlyWorkbooks(named, parts)].find(({ projectId }) => projectId === whose)?.input;
  if (input === undefined) throw new Error(`no workbook of ${level} ${scope ?? ""}`);
  const body = await ports.workbook(input);
  // The address names the contents: whoever is slower cannot overwrite what was sent.
  const key = `runs/${run.id}/deliveries/${(await ports.crypto.checksum(body)).slice(0, 32)}.xlsx`;
  await ports.reportFiles.put(key, body, fileTypes.xlsx);
  const project = level === "company" ? undefined : name;
  const title = fileTitle({ what: "complaints", type: "xlsx", project }, frame);
  return [{ key, title, size: body.byteLength, contentType: fileTypes.xlsx }];
}

function nameOf({ level, scope = "" }: Subscription, inside: readonly Project[], company: string): string {
  switch (level) {
    case "company":
      return company;
    case "region":
    case "city":
      return scope;
    case "project":
      return inside.find(({ id }) => id === scope)?.name ?? scope;
  }
}
