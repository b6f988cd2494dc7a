import { defined } from "../../../domain/present.ts";
import type { PeriodOptions } from "../../../domain/statistics/period.ts";
import { plusSeconds } from "../../../domain/time/instant.ts";
import { wallTime } from "../../../domain/time/local-clock.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";
import { fileTitle } from "./file-titles.ts";

export const fileTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  png: "image/png",
  jsonl: "application/jsonl",
  zip: "application/zip",
} as const;
export type FileType = keyof typeof fileTypes;

/** `default`: nobody can overwrite or delete an issued file for so many days. */
export const LOCKED_DAYS = 1095;

/** The files of one edition: each is stored as it is made, and all of them once more in one zip. */
export interface EditionFiles {
  /** `what` is the kind of file within its edition, e.g. `ledger`; `of` says whose it is. */
  add(what: string, type: FileType, body: Uint8Array, of?: FileOf): Promise<void>;
  /** Stores the zip; the files in the order they were added, the zip last. */
  close(): Promise<readonly ReportFile[]>;
}

export interface FileOf {
  /** The one project it is about; absent: the company's. */
  readonly project?: { readonly projectId: string; readonly name: string };
  /** For headquarters alone: not in the zip, which others read. */
  readonly apart?: true;
}

export function editionFiles(
  ports: Pick<Ports, "crypto" | "reportFiles" | "zip">,
  issued: Pick<ReportEdition, "month" | "edition" | "madeAt" | "only"> & PeriodOptions,
): EditionFiles {
  const { month, edition, madeAt, only, timeZone } = issued;
  const files: ReportFile[] = [];
  // What is in a zip carries the wall time of whoever opens it: the company's.
  const zip = ports.zip(wallTime(madeAt, timeZone));
  const lockedUntil = plusSeconds(madeAt, LOCKED_DAYS * 86_400);

  const store = async (
    what: string,
    type: FileType,
    body: Uint8Array,
    { project }: FileOf,
  ): Promise<string> => {
    const whose = project === undefined ? what : `${what}-${project.projectId}`;
    const name = `${plain(whose)}-${month}-edition-${edition}.${type}`;
    const title = fileTitle({ what, type, project: project?.name }, issued);
    const projectId = project?.projectId ?? only;
    if (files.some((file) => file.name === name))
      throw new Error(`two files of an edition are called ${name}`);
    const sha256 = await ports.crypto.checksum(body);
    // The address names the contents: a second build of the same edition cannot overwrite the issued file.
    const key = `reports/${month}/${sha256.slice(0, 16)}/${name}`;
    await ports.reportFiles.put(key, body, fileTypes[type], { lockedUntil });
    files.push({
      ...defined({ projectId }),
      name,
      key,
      size: body.byteLength,
      sha256,
      contentType: fileTypes[type],
    });
    return title;
  };

  return {
    async add(what, type, body, of = {}) {
      const title = await store(what, type, body, of);
      if (of.apart === undefined) zip.add(title, body);
    },
    async close() {
      await store("all", "zip", zip.end(), {});
      return files;
    },
  };
}

/** Project ids come from elsewhere; what could not stand in an address or a file name is written as its code point. */
function plain(what: string): string {
  return what.replace(/[^\p{L}\p{N}_-]/gu, (character) => `~${character.codePointAt(0)?.toString(16) ?? ""}`);
}
