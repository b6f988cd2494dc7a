import { quotePattern, type Traces } from "../../domain/person-data/traces.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { monthsAround } from "../paging/pages.ts";
import type { Masking } from "../ports/file-masker.ts";
import type { ReportEdition, ReportFile } from "../ports/report-run.ts";
import { partKey } from "../reports/content/project-part.ts";
import { LOCKED_DAYS } from "../reports/files/edition-files.ts";
import type { ErasurePorts } from "./ports.ts";

/**
 * Issued files that name the person are issued again without the name, contact, flat and words, under the same edition and with the
 * same figures; the files before are removed for good. What projects contributed to the runs is masked too. Returns the files.
 */
export async function maskReports(ports: ErasurePorts, traces: Traces): Promise<number> {
  const masking: Masking = { rows: traces.rows, everywhere: quotePattern(traces) };
  let files = 0;
  for (const month of monthsAround(traces.from, toInstant(ports.clock.now()))) {
    for (const run of await ports.reports.runs(month)) {
      for (const projectId of traces.projectIds) {
        if (await maskPart(ports, partKey(run.id, projectId), masking)) files += 1;
      }
    }
    for (const { edition } of await ports.reports.editions(month)) {
      files += await maskEdition(ports, month, edition, traces, masking);
    }
    await removeReplaced(ports, month);
  }
  return files;
}

async function maskPart(ports: ErasurePorts, key: string, masking: Masking): Promise<boolean> {
  const body = await ports.reportFiles.get(key);
  const masked = body === undefined ? undefined : ports.maskFile(key, body, masking);
  if (masked === undefined) return false;
  await ports.reportFiles.remove(key, { evenLocked: true });
  await ports.reportFiles.put(key, masked, "application/json");
  return true;
}

/** The edition names the new files before the old ones go: whoever reads it meanwhile finds one or the other. */
async function maskEdition(
  ports: ErasurePorts,
  month: string,
  number: number,
  { projectIds }: Traces,
  masking: Masking,
): Promise<number> {
  for (;;) {
    const before = (await ports.reports.editions(month)).find(({ edition }) => edition === number);
    if (before === undefined) return 0;
    const replaced = new Map<string, ReportFile>();
    for (const file of before.files) {
      if (file.projectId !== undefined && !projectIds.includes(file.projectId)) continue;
      const masked = await maskedFile(ports, before, file, masking);
      if (masked !== undefined) replaced.set(file.key, masked);
    }
    if (replaced.size === 0) return 0;
    const files = before.files.map((file) => replaced.get(file.key) ?? file);
    const after = { ...before, files, masked: (before.masked ?? 0) + 1 };
    if (!(await ports.reports.maskEdition(before, after))) continue;
    for (const key of replaced.keys()) await ports.reportFiles.remove(key, { evenLocked: true });
    return replaced.size;
  }
}

const FAR = "9999-12-31T00:00:00Z";
const AT_MOST = 100_000;

/** What an edition named before it was masked: files of the same name that it names no more, left by a crash. */
async function removeReplaced(ports: ErasurePorts, month: string): Promise<void> {
  const masked = (await ports.reports.editions(month)).filter((edition) => edition.masked !== undefined);
  if (masked.length === 0) return;
  const files = masked.flatMap((edition) => edition.files);
  const named = new Set(files.map(({ key }) => key));
  const names = new Set(files.map(({ name }) => name));
  const lying = await ports.reportFiles.listOlderThan(`reports/${month}/`, FAR, AT_MOST);
  for (const { key } of lying) {
    const isReplaced = !named.has(key) && names.has(key.slice(key.lastIndexOf("/") + 1));
    if (isReplaced) await ports.reportFiles.remove(key, { evenLocked: true });
  }
}

async function maskedFile(
  ports: ErasurePorts,
  { month, madeAt }: ReportEdition,
  file: ReportFile,
  masking: Masking,
): Promise<ReportFile | undefined> {
  const body = await ports.reportFiles.get(file.key);
  const masked = body === undefined ? undefined : ports.maskFile(file.name, body, masking);
  if (masked === undefined) return undefined;
  const sha256 = await ports.crypto.checksum(masked);
  const key = `reports/${month}/${sha256.slice(0, 16)}/${file.name}`;
  const lockedUntil = plusSeconds(madeAt, LOCKED_DAYS * 86_400);
  const isLocked = lockedUntil > toInstant(ports.clock.now());
  await ports.reportFiles.put(key, masked, file.contentType, isLocked ? { lockedUntil } : {});
  return { ...file, key, size: masked.byteLength, sha256 };
}
