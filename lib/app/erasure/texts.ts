import type { ArchivedRun } from "../../domain/document/archive.ts";
import type { Personal } from "../../domain/document/personal.ts";
import { emergencySizing } from "../../domain/emergencies/sizing.ts";
import { mentionPattern, type Traces, withoutMentions } from "../../domain/person-data/traces.ts";
import { submissionSizing } from "../../domain/submissions/sizing.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { keysBeside, removeLeftOver } from "../documents/beside.ts";
import { written } from "../documents/change.ts";
import { salted } from "../documents/ids.ts";
import { eachOf, monthsAround } from "../paging/pages.ts";
import type { Archive } from "../ports/archive.ts";
import type { ErasurePorts } from "./ports.ts";

type Texts = Readonly<Record<string, Personal>>;

/** The texts with the person taken out of those that mention the person; the same object where none does. */
function withoutPerson({ crypto }: Pick<ErasurePorts, "crypto">, texts: Texts, pattern: RegExp): Texts {
  const changed = Object.entries(texts).flatMap(([ref, { value }]) => {
    const masked = withoutMentions(value, pattern);
    return masked === value ? [] : [[ref, salted(crypto, masked)] as const];
  });
  return changed.length === 0 ? texts : { ...texts, ...Object.fromEntries(changed) };
}

interface Kept<D> extends Pick<Archive<D>, "whole" | "withTexts" | "without"> {
  replace(document: D, expectedRevision: number): Promise<{ readonly conflict?: D }>;
}

/** What these documents have in common: texts beside them, which are not chained. */
interface Unchained {
  readonly personal: Texts;
  readonly archive?: readonly ArchivedRun[];
  readonly revision: number;
}

/** Masks the person in a document's texts; texts of its archived history are taken away whole. True if there were any. */
async function masked<D extends Unchained>(
  ports: ErasurePorts,
  store: Kept<D>,
  document: D,
  { place, pattern }: { readonly place: string; readonly pattern: RegExp },
): Promise<boolean> {
  const before = await store.whole(document);
  const result = await written(
    `erasing in ${place}`,
    document,
    async (standing) => {
      const [whole, own] = await Promise.all([store.whole(standing), store.withTexts(standing)]);
      const personal = withoutPerson(ports, own.personal, pattern);
      const archived = Object.entries(whole.personal)
        .filter(([ref, { value }]) => standing.personal[ref] === undefined && value.search(pattern) >= 0)
        .map(([ref]) => ref);
      if (personal === own.personal && archived.length === 0) return standing;
      const changed = Object.fromEntries(
        Object.entries(personal).map(([ref, one]) => [
          ref,
          one === own.personal[ref] ? (standing.personal[ref] ?? one) : one,
        ]),
      );
      return {
        ...standing,
        personal: changed,
        revision: standing.revision + 1,
        ...(standing.archive === undefined ? {} : { archive: await store.without(standing, archived) }),
      };
    },
    (after, revision) => store.replace(after, revision),
  );
  if (!result.written) return false;
  await removeLeftOver(ports, place, keysBeside(before), keysBeside(await store.whole(result.document)));
  return true;
}

/** Masks the person in what projects submitted, what headquarters wrote and in emergency events, from the first complaint on. */
export async function maskTexts(ports: ErasurePorts, traces: Traces): Promise<number> {
  const pattern = mentionPattern(traces, { names: true });
  if (pattern === undefined) return 0;
  let count = 0;
  for (const month of monthsAround(traces.from, toInstant(ports.clock.now()))) {
    if (await maskCompanyTexts(ports, month, pattern)) count += 1;
    for (const projectId of traces.projectIds) {
      const submission = await ports.submissions.load(month, projectId);
      if (submission !== undefined) {
        const how = { place: submissionSizing.place(submission), pattern };
        if (await masked(ports, ports.submissions, submission, how)) count += 1;
      }
      for await (const { id } of eachOf((page) => ports.emergencies.inMonth(projectId, month, page))) {
        const event = await ports.emergencies.load(id);
        if (event === undefined) continue;
        const how = { place: emergencySizing.place(event), pattern };
        if (await masked(ports, ports.emergencies, event, how)) count += 1;
      }
    }
  }
  return count;
}

async function maskCompanyTexts(ports: ErasurePorts, month: string, pattern: RegExp): Promise<boolean> {
  for (;;) {
    const texts = await ports.companyTexts.load(month);
    if (texts === undefined) return false;
    const personal = withoutPerson(ports, texts.personal, pattern);
    if (personal === texts.personal) return false;
    const { conflict } = await ports.companyTexts.write({ ...texts, personal, revision: texts.revision + 1 });
    if (conflict === undefined) return true;
  }
}
