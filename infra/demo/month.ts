import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reportList } from "../../lib/contracts/reports/views.ts";
import type { DeniedCall, UnusedGrant } from "../local/host/iam/ledger.ts";
import { type LocalCloud, startLocalCloud } from "../local/host/index.ts";
import { seedSampleCompany } from "../local/sample.ts";
import { readCompanyFolder, readLedger, sampleFolder } from "../ops/company-folder.ts";
import { type OperatorStore, openStore } from "../ops/store.ts";
import { actionsOf } from "./actions.ts";
import { DemoClient, UnexpectedAnswer } from "./client.ts";
import { type Figures, readFigures } from "./figures.ts";
import { writeScript } from "./generate.ts";
import { local } from "./hours.ts";
import { Journal, type JournalHead } from "./journal.ts";
import { Losses } from "./losses.ts";
import { closeMonth } from "./month-end.ts";
import { Player } from "./player.ts";
import type { Script } from "./script.ts";

export interface MonthOptions extends JournalHead {
  readonly assembly: string;
  /** Folder of everything the demo leaves behind. */
  readonly directory: string;
  /** Goes on with the month that stands in the folder. */
  readonly resume: boolean;
  /** Virtual now, epoch milliseconds, and how much of the month is played (0–1). */
  readonly onProgress: (at: number, share: number) => void;
  readonly onFailure: (where: string, message: string) => void;
}

export interface PlayedMonth {
  readonly script: Script;
  readonly figures: Figures;
  /** The month's files as headquarters have them, edition by edition. */
  readonly files: string;
  readonly workbook: string;
  readonly mails: string;
  /** Calls that a function's role refused, and grants that no call needed. */
  readonly iam: { readonly denied: readonly DeniedCall[]; readonly unused: readonly UnusedGrant[] };
}

/** There is nothing to resume, or not with these options. */
export class ResumeError extends Error {
  override readonly name = "ResumeError";
}

const month = "2026-10";
const next = "2026-11";
/** Half an hour past the monthly run, so that the sweep has found what was lost last. */
const finish = local(1, "02:30", next);

/** Plays the month of the sample company on the event-driven clock and reads what came of it. */
export async function playMonth(options: MonthOptions): Promise<PlayedMonth> {
  const { assembly, directory, resume, onProgress } = options;
  const file = join(directory, "journal.jsonl");
  const earlier = resume ? Journal.read(file) : undefined;
  if (resume && earlier === undefined) {
    throw new ResumeError(`${directory} 里没有可继续的演示 · there is no demo to resume in ${directory}`);
  }
  const { seed, complaints, firstDay } = earlier?.head ?? options;
  const head = { seed, complaints, firstDay };
  const company = await readCompanyFolder(sampleFolder);
  const script = writeScript(head, company, await readLedger(sampleFolder));
  await mkdir(directory, { recursive: true });
  const failures: unknown[] = [];
  const cloud = await startLocalCloud({
    assembly,
    directory,
    fresh: !resume,
    seed: seedSampleCompany,
    ...(resume ? {} : { at: script.start }),
    onFailure: (where, { errorType, errorMessage }) =>
      options.onFailure(where, `${errorType}: ${errorMessage}`),
    onBroken: (error) => failures.push(error),
  });
  try {
    const store = await openStore(cloud.env);
    const journal = earlier ?? Journal.begin(file, head);
    const client = new DemoClient(cloud);
    const player = new Player({ cloud, client, journal, losses: new Losses(cloud) });
    const span = finish - script.start;
    await player.play(actionsOf(script), (at) => onProgress(at, (at - script.start) / span));
    await cloud.engine.advanceTo(Math.max(finish, cloud.engine.now()));
    const played = await results(cloud, client, store, directory);
    await closeMonth({ cloud, client, company, month, next });
    onProgress(finish, 1);
    if (failures.length > 0) throw new AggregateError(failures, "the local cloud broke");
    return { script, ...played, ...(await leftBehind(cloud, client, played, directory)) };
  } finally {
    await cloud.close();
  }
}

async function results(cloud: LocalCloud, client: DemoClient, store: OperatorStore, directory: string) {
  const people = await store.organisation.people();
  const holder = people.find(({ assignments }) => assignments.some(({ post }) => post === "headquarters"));
  if (holder === undefined) throw new UnexpectedAnswer("nobody works at headquarters");
  const reader = holder.id;
  const mails = cloud.services.mails.sent();
  const now = new Date(cloud.engine.now()).toISOString();
  const figures = await readFigures({ client, store, mails, reader, months: [month], now });
  return { figures, reader, workbook: await saveWorkbook(client, reader, directory) };
}

/** What is there once the month is closed; the figures stay those of the month's end, the mails are all. */
async function leftBehind(
  cloud: LocalCloud,
  client: DemoClient,
  { figures, reader }: { readonly figures: Figures; readonly reader: string },
  directory: string,
) {
  const mails = cloud.services.mails.sent();
  return {
    figures: { ...figures, mails: mails.length },
    files: await saveFiles(client, reader, join(directory, month)),
    mails: await saveMails(mails, join(directory, "mails")),
    iam: { denied: cloud.cloud.iam.deniedCalls(), unused: cloud.cloud.iam.unusedGrants() },
  };
}

/** Every file of every edition under the name that people save it as. */
async function saveFiles(client: DemoClient, reader: string, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { editions } = await client.read(reader, `/reports?month=${month}`, reportList);
  for (const { files } of editions)
    for (const { name, title } of files)
      await writeFile(join(folder, title), await client.download(reader, `/reports/${month}/${name}`));
  return folder;
}

async function saveWorkbook(client: DemoClient, reader: string, directory: string): Promise<string> {
  const { editions } = await client.read(reader, `/reports?month=${month}`, reportList);
  const file = editions[0]?.files[0];
  if (file === undefined) throw new UnexpectedAnswer(`${month} has no workbook`);
  const path = join(directory, file.name);
  await writeFile(path, await client.download(reader, `/reports/${month}/${file.name}`));
  return path;
}

async function saveMails(mails: readonly { readonly raw: string }[], folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, { raw }] of mails.entries()) {
    await writeFile(join(folder, `${String(index + 1).padStart(4, "0")}.eml`), raw);
  }
  return folder;
}
