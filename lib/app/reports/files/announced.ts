import type { Person } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";
import { chartFileOf } from "./chart.ts";
import { fileRights } from "./file-rights.ts";
import { titleOfFile } from "./file-titles.ts";

type FilePorts = Pick<Ports, "organisation" | "reportFiles">;

/** What of an edition's files a mail shows, names and carries: the chart, and what its reader may read of the small ones. */
export async function announcedFiles(ports: FilePorts, report: ReportEdition, reader: Person | undefined) {
  const company = await ports.organisation.company();
  if (company === undefined) throw new Error("no company is set up");
  const words = { nameOf: (id: string) => id, timeZone: company.timeZone };
  const ours = report.files.filter(({ projectId }) => projectId === undefined);
  const titles = new Map(ours.map((file) => [file.name, titleOfFile(file, report, words)]));
  const may = reader === undefined ? () => false : (await fileRights(ports, reader)).file;
  const attached = ours.filter((file) => report.attached?.includes(file.name) && may(file));
  const chart = chartFileOf(report);
  const [picture, files] = await Promise.all([
    chart === undefined ? undefined : contentOf(ports, chart),
    Promise.all(
      attached.map(async (file) => ({
        name: titles.get(file.name) ?? file.name,
        contentType: file.contentType,
        content: await contentOf(ports, file),
      })),
    ),
  ]);
  return { titles, files, ...defined({ chart: picture }) };
}

async function contentOf({ reportFiles }: FilePorts, { key, name }: ReportFile) {
  const content = await reportFiles.get(key);
  if (content === undefined) throw new Error(`file ${name} of an edition is missing`);
  return content;
}
