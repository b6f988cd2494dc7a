import { defined } from "../../../../lib/domain/present.ts";
import type { components } from "../../api/schema.ts";
import { fixedAs, refused, seenAnew, taken, unfixed, uploaded } from "./changes.ts";
import { type Entry, type FileRef, isPending, type ServerRefusal } from "./entry.ts";
import { happenedAt, newsSince, nextStep, stillMeant, verdictOf } from "./rules.ts";
import type { OutboxStore } from "./store.ts";

type Schemas = components["schemas"];

/** An answer of the server, by whose clock `at` is (ISO). */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly at: string }
  | { readonly ok: false; readonly refusal: Omit<ServerRefusal, "news"> };

/** The server as the outbox knows it. Throws Unreachable where nothing came back, SignInNeeded where nobody is known. */
export interface Wire {
  announce(file: FileRef): Promise<Answer<Schemas["UploadAnnounced"]>>;
  put(file: FileRef, bytes: ArrayBuffer): Promise<Answer<undefined>>;
  command(entry: Entry, body: object): Promise<Answer<Pick<Schemas["CommandResult"], "version">>>;
  complaint(id: string): Promise<Answer<Schemas["Complaint"]>>;
  history(id: string): Promise<Answer<Schemas["History"]>>;
}

export interface Time {
  /** This device's clock. */
  readonly deviceMs: number;
  /** By which the server's is ahead of it. */
  readonly skewMs: number;
}

export interface DrainPorts {
  readonly store: OutboxStore;
  readonly wire: Wire;
  readonly time: () => Time;
  /** What its person may still call back: it waits, and what was done after it. */
  readonly isHeld?: (key: string) => boolean;
}

/** How the round went for a complaint: nothing more to send, a person decides, or the server cannot take it now. */
type End = "done" | "decide" | "later";

/**
 * Sends what waits: the complaints one after the other, the actions of each in order. One that the server cannot take now
 * holds back its own complaint only. True if everything that can be sent has been. Throws what the wire throws.
 */
export async function drain(ports: DrainPorts, personId: string): Promise<boolean> {
  const entries = await ports.store.entries(personId);
  const jobs = new Set(entries.filter(isPending).map(({ complaintId }) => complaintId));
  let isDone = true;
  for (const complaintId of jobs) {
    if ((await drainJob(ports, { personId, complaintId })) === "later") isDone = false;
  }
  return isDone;
}

/** So many steps of one complaint in a round: a colleague who changes it at the same pace does not hold up the others. */
const patience = 200;

type Of = Pick<Entry, "personId" | "complaintId">;

async function drainJob(ports: DrainPorts, of: Of): Promise<End> {
  for (let steps = 0; steps < patience; steps += 1) {
    const entries = await ports.store.change(of, (same) => same);
    const entry = entries.find(isPending);
    if (entry === undefined) return "done";
    if (entry.state.kind === "decide") return "decide";
    if (ports.isHeld?.(entry.key) === true) return "done";
    if ((await advance(ports, entry)) === "later") return "later";
  }
  return "later";
}

/** One step of one action; a page that dies after any of them goes on from there. */
async function advance(ports: DrainPorts, entry: Entry): Promise<"on" | "later"> {
  const { store, time } = ports;
  const { deviceMs, skewMs } = time();
  const step = nextStep(entry, deviceMs + skewMs);
  switch (step.kind) {
    case "announce":
      return announce(ports, entry, step.file);
    case "put":
      return put(ports, entry, step.file);
    case "fix": {
      const occurredAt = entry.command === "resolve" ? happenedAt(entry, time()) : undefined;
      const fixed = { attachments: step.attachments, ...defined({ occurredAt }) };
      await store.change(entry, (entries) => fixedAs(entries, entry.key, fixed));
      return "on";
    }
    case "command":
      return command(ports, entry, step.fixed);
  }
}

async function announce({ store, wire }: DrainPorts, entry: Entry, file: FileRef): Promise<"on" | "later"> {
  const answer = await wire.announce(file);
  if (!answer.ok) return notTaken(store, entry, answer.refusal);
  const { uploadId: id, url, headers, putBefore, useBefore } = answer.value;
  const upload = { id, url, headers, putBefore, useBefore, put: false };
  await store.change(entry, (entries) => uploaded(entries, entry.key, file.key, upload));
  return "on";
}

async function put({ store, wire }: DrainPorts, entry: Entry, file: FileRef): Promise<"on" | "later"> {
  const bytes = await store.bytes(file.key);
  if (bytes === undefined || file.upload === undefined) throw new Error(`no bytes of ${file.key}`);
  const answer = await wire.put(file, bytes);
  const upload = answer.ok ? { ...file.upload, put: true } : undefined;
  // A link that is refused has run out or was never good: another one, after a while.
  await store.change(entry, (entries) => uploaded(entries, entry.key, file.key, upload));
  return answer.ok ? "on" : "later";
}

async function notTaken(store: OutboxStore, entry: Entry, refusal: Omit<ServerRefusal, "news">) {
  if (verdictOf(refusal, entry) === "again") return "later";
  await store.change(entry, (entries) => refused(entries, entry.key, { ...refusal, news: [] }));
  return "on";
}

async function command(
  ports: DrainPorts,
  entry: Entry,
  { attachments, occurredAt }: NonNullable<Entry["fixed"]>,
): Promise<"on" | "later"> {
  const { store, wire, time } = ports;
  const answer = await wire.command(entry, {
    ...entry.values,
    version: entry.seen.version,
    ...(attachments.length === 0 ? {} : { attachments }),
    ...defined({ occurredAt }),
    device: { at: iso(entry.doneAtMs), sentAt: iso(time().deviceMs) },
  });
  if (answer.ok) {
    const moved = { from: entry.seen.version, to: answer.value.version };
    const now = { version: answer.value.version, at: answer.at };
    await store.change(entry, (entries) => taken(entries, entry, now), moved);
    return "on";
  }
  return settle(ports, entry, answer.refusal);
}

async function settle(
  ports: DrainPorts,
  entry: Entry,
  refusal: Omit<ServerRefusal, "news">,
): Promise<"on" | "later"> {
  const { store } = ports;
  const verdict = verdictOf(refusal, entry);
  switch (verdict) {
    case "again":
      return "later";
    case "files":
    case "time":
      await store.change(entry, (entries) => unfixed(entries, entry.key, verdict));
      return "on";
    case "stale":
    case "decide":
      return lookAgain(ports, entry, refusal, verdict);
  }
}

/** The complaint is not what it was when this was done: what has happened since decides, or lets the person decide. */
async function lookAgain(
  { store, wire }: DrainPorts,
  entry: Entry,
  refusal: Omit<ServerRefusal, "news">,
  verdict: "stale" | "decide",
): Promise<"on" | "later"> {
  const [current, history] = [await wire.complaint(entry.complaintId), await wire.history(entry.complaintId)];
  const silent = [current, history].find(
    (answer) => !answer.ok && verdictOf(answer.refusal, entry) === "again",
  );
  if (silent !== undefined) return "later";
  const news = history.ok ? newsSince(history.value, entry.seen, entry.personId) : [];
  if (verdict === "stale" && current.ok && history.ok && stillMeant(entry, current.value, news)) {
    const seen = { version: current.value.version, at: current.at };
    await store.change(entry, (entries) => seenAnew(entries, entry.key, seen));
    return "on";
  }
  await store.change(entry, (entries) => refused(entries, entry.key, { ...refusal, news }));
  return "on";
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
