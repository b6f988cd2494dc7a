import { plainFileName } from "../../domain/attachments/file-name.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isComplainedOf } from "../../domain/complaint/rules/complained-of.ts";
import { canonicalJson } from "../../domain/document/chain.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { dossierFileName, dossierFiles, dossierForms } from "../../domain/papers/dossier.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { wallTime } from "../../domain/time/local-clock.ts";
import { showComplaint } from "../complaints/read.ts";
import { noteRead } from "../person-data/reads.ts";
import type { Ports } from "../ports/index.ts";
import type { ZipWriter } from "../ports/reports.ts";
import { attachmentKey, dossierPrefix } from "../ports/upload.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { type FilledPorts, noteTaken, printerFor } from "./print.ts";

type DossierPorts = FilledPorts & Pick<Ports, "attachments" | "zip">;

const LINK_SECONDS = 900;

/** An inspection file that was put together, and the files that it only names. */
export interface Dossier {
  readonly url: string;
  readonly left: readonly string[];
}

/**
 * 迎检卷宗 (D10): one archive with the sheets of a complaint, its files and its chain of events, for a person who may be shown who
 * complained. It goes out of the system, so each sheet stands in the history as taken before the link is handed out; the
 * archive itself is kept for a day. Refused with unknown-complaint, complained-of (D4) and not-shown.
 */
export async function buildDossier(
  ports: DossierPorts,
  person: Person,
  idOrNumber: string,
): Promise<Dossier | Problem> {
  const shown = await showComplaint(ports, person, idOrNumber);
  if (isProblem(shown)) return shown;
  const { complaint, inFull } = shown;
  if (isComplainedOf(complaint, person)) return problem("complained-of");
  if (inFull === undefined) return problem("not-shown");
  const { id, number, anonymous } = complaint.registration;
  const now = ports.clock.now();
  const archive = ports.zip(wallTime(toInstant(now), complaint.registration.timeZone));
  const print = await printerFor(ports, shown);
  const forms = dossierForms(inFull);
  for (const form of forms) {
    const { fileName, document } = await print(form);
    archive.add(`表单/${plainFileName(fileName)}`, document);
  }
  const left = await enclose(ports, inFull, archive);
  if (!anonymous) await encloseChain(ports, id, archive);
  const key = `${dossierPrefix(id)}${ports.crypto.randomId()}.zip`;
  await ports.attachments.put(key, archive.end(), "application/zip");
  await noteRead(ports, person, complaint, "form");
  for (const form of forms) await noteTaken(ports, person, complaint, form);
  return { url: await ports.attachments.presign(key, LINK_SECONDS, now, `${number}-投诉卷宗.zip`), left };
}

/** The files as they came; returns the names of those that are not in it. */
async function enclose(
  ports: Pick<Ports, "attachments">,
  complaint: Complaint,
  archive: ZipWriter,
): Promise<readonly string[]> {
  const { enclosed, left } = dossierFiles(complaint);
  const missing = [...left];
  for (const [index, file] of enclosed.entries()) {
    const body = await ports.attachments.get(attachmentKey(complaint.registration.id, file.id));
    if (body === undefined) missing.push(file);
    else archive.add(`附件/${dossierFileName(file, index)}`, body);
  }
  const names = missing.map(({ id, name }) => name ?? id);
  if (names.length > 0)
    archive.add("附件/未附文件.txt", lines(["以下文件未放入本卷宗，请在系统中查看：", ...names]));
  return names;
}

/** The events as they are stored, line by line: whoever has them can count the chain again without us. */
async function encloseChain(
  { complaints }: Pick<Ports, "complaints">,
  id: string,
  archive: ZipWriter,
): Promise<void> {
  const stored = await complaints.load(id);
  if (stored === undefined) return;
  const { events } = await complaints.whole(stored);
  archive.add("核验/记录.jsonl", lines(events.map(canonicalJson)));
  archive.add("核验/说明.txt", lines(howToCheck));
}

const howToCheck = [
  "记录.jsonl 每行一条记录，按序号排列；个人信息与正文不在其中，只有其校验值（digests）。",
  "核验方法：去掉一行中的 hash 字段，其余字段按名称排序写成 JSON（无空格、无空值），",
  "在前面加上前一条的 hash（首条为空）和一个换行，求 SHA-256，以 base64url 表示，即等于本行的 hash。",
  "依申请删除住址等之后，原记录保留当时的 hash，其现在内容的校验值写在 erased 记录里（redacted）。",
  "The chain: take a line without its field hash, its fields sorted by name as JSON without blanks; put the hash of the",
  "line before (of the first one: nothing) and a line feed before it; its SHA-256 in base64url is the line's hash.",
  "An event that no longer says where or who keeps its hash; the event `erased` holds the digest of what it says since.",
];

function lines(of: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${of.join("\r\n")}\r\n`);
}
