import { decide } from "../../domain/complaint/decide.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { complaintSizing } from "../../domain/complaint/sizing.ts";
import type { PersonalRef } from "../../domain/document/personal.ts";
import { plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { changed, type Written } from "../documents/change.ts";
import type { Ports } from "../ports/index.ts";
import type { ObjectStore } from "../ports/storage.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";
import { seal } from "./seal.ts";

export interface Erasing {
  /** The number of the complaint, the first or the converted one. */
  readonly number: string;
  /** Fields (`phone`: of every event) or single values (`3.text`); none: everything. */
  readonly fields: readonly string[];
}

export interface Erased {
  readonly number: string;
  /** What this run erased; empty when nothing of it stood any more. */
  readonly refs: readonly PersonalRef[];
}

/** Who the history names: erasing is an operator's, who has no post. */
const OPERATOR = { kind: "channel", id: "operator" } as const;

type ErasePorts = Pick<Ports, "clock" | "crypto" | "complaints" | "rules" | "besideDocuments">;

/** What nobody names is removed once it is so old: a younger object may belong to a write that is under way. */
const LEFT_OVER_SECONDS = 3600;
const AT_MOST = 10_000;

/**
 * Erases personal values of a complaint with their salts, for good (个人信息保护法 47), those of its archived history
 * too: one conditional write that also records which ones, then the objects that held them are removed. What the events
 * say besides stays, and so does their chain. Run again, it erases nothing, and removes what a crash has left.
 */
export async function erase(ports: ErasePorts, { number, fields }: Erasing): Promise<Erased | Problem> {
  // Without the bucket nothing may be erased: the objects would stay.
  const { besideDocuments } = ports;
  const id = await ports.complaints.idByNumber(number);
  const loaded = id === undefined ? undefined : await ports.complaints.load(id);
  if (loaded === undefined) return problem("unknown-complaint");
  const commandId = `erase:${ports.crypto.randomId()}`;
  const result = await changed(
    loaded,
    (standing) => erasedFrom(ports, standing, fields, commandId),
    (after, revision) => ports.complaints.replace(after, revision),
    (current) => problem("busy", { current }),
  );
  if (isProblem(result)) return result;
  await removeLeftOver(ports, besideDocuments, result);
  const event = result.document.events.findLast((one) => one.commandId === commandId);
  return {
    number: loaded.registration.number,
    refs: event?.fact.type === "erased" ? event.fact.refs : [],
  };
}

/** Decided on the whole history, recorded in the document as it stands. */
async function erasedFrom(
  ports: ErasePorts,
  standing: Complaint,
  fields: readonly string[],
  commandId: string,
): Promise<Complaint | Problem> {
  const { projectId, timeZone } = standing.registration;
  const rules = await ports.rules.forProject(projectId, timeZone, standing.clocks);
  const now = ports.clock.now();
  const whole = await ports.complaints.whole(standing);
  const decision = decide(whole, { type: "erase", fields }, { ...rules, now, by: OPERATOR });
  if ("refused" in decision) return problem(decision.refused, { current: standing });
  if (decision.drafts.length === 0) return standing;
  const refs = decision.drafts.flatMap(({ fact }) => (fact.type === "erased" ? fact.refs : []));
  const recording = { recordedAt: toInstant(now), by: OPERATOR, commandId, request: "" };
  const after = seal(standing, decision.drafts, recording, (text) => ports.crypto.digest(text));
  return { ...after, archive: await ports.complaints.without(standing, refs) };
}

/** Objects that held what is erased, and older ones that no document has come to name. */
async function removeLeftOver(
  ports: ErasePorts,
  objects: ObjectStore,
  { before, document }: Written<Complaint>,
): Promise<void> {
  const named = await keysOf(ports, document);
  const longAgo = plusSeconds(toInstant(ports.clock.now()), -LEFT_OVER_SECONDS);
  const place = `${complaintSizing.place(document)}/`;
  const old = await objects.listOlderThan(place, longAgo, AT_MOST);
  const candidates = new Set([
    ...(before === document ? [] : await keysOf(ports, before)),
    ...old.map(({ key }) => key),
  ]);
  for (const key of candidates) {
    if (!named.has(key)) await objects.remove(key);
  }
}

/** Every object that a complaint names, in its archived history too. */
async function keysOf(ports: ErasePorts, complaint: Complaint): Promise<ReadonlySet<string>> {
  const { personal } = await ports.complaints.whole(complaint);
  const texts = Object.values(personal).flatMap(({ rest }) => rest ?? []);
  return new Set([...complaint.archive.map(({ key }) => key), ...texts]);
}
