import { nextPage, type ReportStep } from "../../domain/residents/report-steps.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { keptUnder, shortHash, shortHashes } from "../documents/ids.ts";
import type { Draft, DraftAnswers } from "../ports/drafts.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

export type DraftPorts = Pick<Ports, "clock" | "crypto" | "drafts">;

/** `default`: so long somebody may take over a complaint, with supper in between. */
const HOURS = 24;
const ATTEMPTS = 8;

/** A draft with the secret under which its writer finds it again. */
export interface OwnDraft {
  readonly token: string;
  readonly draft: Draft;
}

/** Begins a complaint with what happened; the secret is known to the writer's browser alone. */
export async function beginDraft(
  ports: DraftPorts,
  projectId: string,
  answers: DraftAnswers,
): Promise<OwnDraft> {
  const token = ports.crypto.salt();
  const now = ports.clock.now();
  const draft: Draft = {
    id: draftId(ports, token),
    projectId,
    createdAt: toInstant(now),
    expiresAt: toInstant(now.add({ hours: HOURS })),
    revision: 1,
    answers,
    photos: [],
    done: [],
  };
  await ports.drafts.insert(draft);
  return { token, draft };
}

/** The draft behind a secret; undefined for one that was never there, is of another project or has expired. */
export async function findDraft(
  ports: DraftPorts,
  projectId: string,
  token: string,
): Promise<Draft | undefined> {
  const draft = await keptUnder(shortHashes(ports.crypto, named(token)), (id) => ports.drafts.find(id));
  if (draft === undefined || draft.projectId !== projectId) return undefined;
  return draft.expiresAt <= toInstant(ports.clock.now()) ? undefined : draft;
}

/** Changes a draft, again after a lost race. Refuses draft-gone; draft-frozen once it is being registered. */
export async function changeDraft(
  ports: DraftPorts,
  projectId: string,
  token: string,
  edit: (draft: Draft) => Draft | Problem,
): Promise<Draft | Problem> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draft = await findDraft(ports, projectId, token);
    if (draft === undefined) return problem("draft-gone");
    if (draft.frozen !== undefined) return problem("draft-frozen");
    const edited = edit(draft);
    if (isProblem(edited)) return edited;
    const next = { ...edited, revision: draft.revision + 1 };
    if (await ports.drafts.replace(next, draft.revision)) return next;
  }
  return problem("busy");
}

/** Other words may be about another problem point: neighbours are looked for anew. */
export function withMatter(draft: Draft, matter: string): Draft {
  const { joins: _, ...answers } = draft.answers;
  return {
    ...draft,
    answers: matter === draft.answers.matter ? draft.answers : { ...answers, matter },
    done: matter === draft.answers.matter ? draft.done : draft.done.filter((step) => step !== "neighbours"),
  };
}

/** The draft with one question answered; a change of the building looks for neighbours anew. */
export function answered(draft: Draft, step: ReportStep, answers: DraftAnswers): Draft {
  const moved = step === "home" && answers.building !== draft.answers.building;
  const kept = moved ? draft.done.filter((one) => one !== "neighbours") : draft.done;
  const { joins: _, ...elsewhere } = answers;
  return { ...draft, answers: moved ? elsewhere : answers, done: [...new Set([...kept, step])] };
}

/** Where its writer goes on. */
export function pageAfter(draft: Draft): ReturnType<typeof nextPage> {
  return nextPage(draft.done);
}

function draftId({ crypto }: Pick<Ports, "crypto">, token: string): string {
  return shortHash(crypto, named(token));
}

function named(token: string): string {
  return `draft:${token}`;
}
