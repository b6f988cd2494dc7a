import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import {
  type CompanyFile,
  type CompanyLedgerEntry,
  companyFile,
  ledgerPart,
} from "../../lib/contracts/company-file.ts";
import { type RosterPattern, rosterPatterns } from "../../lib/contracts/roster-pattern.ts";

/** The folder of the sample company (示例物业). */
export const sampleFolder = join(import.meta.dirname, "..", "..", "data", "sample-company");

/** A company folder that cannot be imported; the message names every fault with its place. */
export class CompanyFolderError extends Error {
  override readonly name = "CompanyFolderError";
}

/** Reads and checks `company.json`, `projects.json`, `people.json` and `households.json`. Throws CompanyFolderError. */
export async function readCompanyFolder(folder: string): Promise<CompanyFile> {
  const [company, projects, people, households] = await Promise.all(
    ["company", "projects", "people", "households"].map((part) => readPart(folder, part)),
  );
  return checked(folder, companyFile.safeParse({ company, projects, people, households }));
}

/** The rows of the folder's paper ledger (D10). Throws CompanyFolderError. */
export async function readLedger(folder: string): Promise<readonly CompanyLedgerEntry[]> {
  return checked(join(folder, "ledger.json"), ledgerPart.safeParse(await readPart(folder, "ledger")));
}

/** Who is on duty in the folder's projects, week after week. Throws CompanyFolderError. */
export async function readRosterPatterns(folder: string): Promise<readonly RosterPattern[]> {
  return checked(join(folder, "rosters.json"), rosterPatterns.safeParse(await readPart(folder, "rosters")));
}

function checked<T>(where: string, result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  throw new CompanyFolderError(`${where}:\n${z.prettifyError(result.error)}`);
}

async function readPart(folder: string, part: string): Promise<unknown> {
  const file = join(folder, `${part}.json`);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new CompanyFolderError(`读不到 ${file} · cannot read ${file}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CompanyFolderError(`不是 JSON：${file} · not JSON: ${file}`, { cause });
  }
}
