import { plusSeconds } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportEdition, ReportFile } from "../../ports/report-run.ts";

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
const LOCKED_DAYS = 1095;

/** The files of one edition: each is stored as it is made, and all of them once more in one zip. */
export interface EditionFiles {
  /** `what` names the file within its edition, e.g. `ledger`; `projectId` the one project it is about. */
  add(what: string, type: FileType, body: Uint8Array, projectId?: string): Promise<void>;
  /** Stores the zip; the files in the order they were added, the zip last. */
  close(): Promise<readonly ReportFile[]>;
}

export function editionFiles(
  ports: Pick<Ports, "crypto" | "reportFiles" | "zip">,
  { month, edition, madeAt, only }: Pick<ReportEdition, "month" | "edition" | "madeAt" | "only">,
): EditionFiles {
  const files: ReportFile[] = [];
  const zip = ports.zip(madeAt);
  const lockedUntil = plusSeconds(madeAt, LOCKED_DAYS * 86_400);

  const store = async (what: string, type: FileType, body: Uint8Array, projectId = only): Promise<string> => {
    const name = `${plain(what)}-${month}-edition-${edition}.${type}`;
    if (files.some((file) => file.name === name))
      throw new Error(`two files of an edition are called ${name}`);
    const sha256 = await ports.crypto.checksum(body);
    // The address names the contents: a second build of the same edition cannot overwrite the issued file.
    const key = `reports/${month}/${sha256.slice(0, 16)}/${name}`;
    await ports.reportFiles.put(key, body, fileTypes[type], { lockedUntil });
    files.push({
      ...(projectId === undefined ? {} : { projectId }),
      name,
      key,
      size: body.byteLength,
      sha256,
      contentType: fileTypes[type],
    });
    return name;
  };

  return {
    async add(what, type, body, projectId) {
      const name = await store(what, type, body, projectId);
      zip.add(name, body);
    },
    async close() {
      await store("all", "zip", zip.end());
      return files;
    },
  };
}

/** Project ids come from elsewhere; what could not stand in an address or a file name is written as its code point. */
function plain(what: string): string {
  return what.replace(/[^\p{L}\p{N}_-]/gu, (character) => `~${character.codePointAt(0)?.toString(16) ?? ""}`);
}
