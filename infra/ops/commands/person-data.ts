import { writeFile } from "node:fs/promises";
import { carryOnPersonData, OPERATOR, startPersonData } from "../../../lib/app/erasure/job.ts";
import { eachOf } from "../../../lib/app/paging/pages.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import {
  type ErasureReceipt,
  isKeptKind,
  isRemovedKind,
  keptKinds,
  removedKinds,
} from "../../../lib/domain/person-data/receipt.ts";
import type { PersonDataKind, PersonDataRequest } from "../../../lib/domain/person-data/request.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { refused } from "../refused.ts";
import { openEverything } from "../store.ts";

const kinds: Readonly<Record<string, PersonDataKind>> = { export: "export", erase: "erasure" };

/** A person's data across complaints, from one complaint of theirs: the copy, or everything gone, with the receipt. */
export const personDataCommand: OpsCommand = {
  name: "person-data",
  takes: "[export|erase <编号 number>] [--even-open] [--out copy.zip]",
  help: {
    zh: "一个人的全部投诉：制作副本，或删除并列出回执；不写参数则列出请求。可中断，再次执行接着办",
    en: "one person across complaints: the copy, or the erasure with its receipt; alone it lists requests. Goes on where it broke off",
  },
  words: [0, 2],
  options: { "even-open": { type: "boolean" }, out: { type: "string" } },
  async run({ words: [what, number = ""], on, text }, { env, print }) {
    const ports = await openEverything(env);
    if (what === undefined) {
      let requests = 0;
      for await (const request of eachOf((page) => ports.personRequests.list(page))) {
        print(lineOf(request));
        requests += 1;
      }
      print(`${requests} 个请求 requests`);
      return undefined;
    }
    const kind = kinds[what];
    if (kind === undefined || number === "") throw new UsageError("person-data: export|erase <编号 number>");
    const done = await carriedOut(ports, number, kind, on("even-open"));
    print(lineOf(done));
    const { job } = done;
    if (kind === "erasure" && job !== undefined) for (const line of linesOf(job.receipt)) print(line);
    if (kind === "export" && job?.copy !== undefined)
      await fetchCopy(ports, job.copy.key, text("out"), print);
    return job?.finishedAt === undefined ? 1 : undefined;
  },
};

async function carriedOut(
  ports: Ports,
  number: string,
  kind: PersonDataKind,
  evenOpen: boolean,
): Promise<PersonDataRequest> {
  const id = await ports.complaints.idByNumber(number);
  const complaint = id === undefined ? undefined : await ports.complaints.load(id);
  if (complaint === undefined) throw refused("unknown-complaint");
  const by = { kind: "channel", id: OPERATOR } as const;
  const begun = await startPersonData(ports, { complaint }, { kind, evenOpen, by });
  if (isProblem(begun)) throw refused(begun.problem);
  return carryOnPersonData(ports, begun);
}

async function fetchCopy(
  { attachments }: Ports,
  key: string,
  file: string | undefined,
  print: (text: string) => void,
): Promise<void> {
  if (file === undefined) {
    print(`${key}（加 --out 保存为文件 · add --out to save it）`);
    return;
  }
  const body = await attachments.get(key);
  if (body === undefined) throw new Error(`${key} is not there`);
  await writeFile(file, body);
  print(file);
}

function lineOf({ id, kind, number, dueAt, decided, job }: PersonDataRequest): string {
  const steps = job === undefined ? "" : ` ${Math.min(job.done.length, job.steps)}/${job.steps}`;
  const state = decided?.outcome ?? (job === undefined ? `open, ${dueAt}` : "running");
  return `${id}  ${kind}  ${number}  ${state}${steps}`;
}

function linesOf({ removed, kept, waiting }: ErasureReceipt): string[] {
  return [
    ...Object.entries(removed).map(([name, count]) =>
      isRemovedKind(name)
        ? `已删除 removed ${count}: ${removedKinds[name].zh} · ${removedKinds[name].en}`
        : name,
    ),
    ...kept.filter(isKeptKind).map((name) => `保留 kept: ${keptKinds[name].zh} · ${keptKinds[name].en}`),
    ...waiting.map((number) => `等待 waits until it is over: ${number}`),
  ];
}
