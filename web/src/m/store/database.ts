import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { defined } from "../../../../lib/domain/present.ts";
import type { MadeFile } from "../files/photo.ts";
import type { Job } from "../jobs/job.ts";
import { type Entry, isPending } from "../outbox/entry.ts";
import type { OutboxStore } from "../outbox/store.ts";

interface Kept extends DBSchema {
  entries: { key: string; value: Entry; indexes: { person: string; job: [string, string] } };
  bytes: { key: string; value: ArrayBuffer };
  drafts: { key: string; value: Draft };
  jobs: { key: [string, string]; value: Job; indexes: { person: string } };
}

/** What somebody has begun to write or to photograph and not handed over yet. */
export interface Draft {
  /** Person, complaint and command: each has one. */
  readonly id: string;
  readonly text: string;
  readonly nodeId?: string;
  readonly via?: string;
  readonly files: readonly MadeFile[];
  /** ISO; absent in drafts of earlier releases. */
  readonly changedAt?: string;
}

/** Written to the disk before it is said to be kept. */
const strict = { durability: "strict" } as const;

/** What the phone keeps of a person's work: jobs as they were last seen, and the outbox. */
export interface PhoneStore extends OutboxStore {
  jobs(personId: string): Promise<readonly Job[]>;
  /** Keeps the jobs that the server listed at this instant (ISO), and forgets others that have nothing to be sent. */
  keepJobs(personId: string, jobs: readonly Job[], at: string): Promise<void>;
  keepJob(job: Job): Promise<void>;
  /** Takes an action back into its draft, files and all, unless it is being sent; false then. One transaction. */
  takeBack(key: string, draftId: string): Promise<boolean>;
  /** Forgets actions that were sent before this instant (ISO): the job shows them itself. */
  forgetSent(personId: string, before: string): Promise<void>;
  /** Forgets everybody's jobs that were last listed, and actions that were sent, before this instant (ISO); never what waits. */
  forgetOld(before: string): Promise<void>;
  /** Forgets everybody's drafts that nobody has touched since (ISO); those without a time are from now. */
  forgetDrafts(before: string, now: string): Promise<void>;
  /** How many actions of other people wait on this phone. */
  waitingOfOthers(personId: string): Promise<number>;
  draft(id: string): Promise<Draft | undefined>;
  keepDraft(draft: Draft): Promise<void>;
}

/** Opens the phone's database. Throws where the browser keeps nothing (private windows of some). */
export async function openPhoneStore(name = "jiesu-m"): Promise<PhoneStore> {
  const db = await openDB<Kept>(name, 1, {
    upgrade: (fresh) => {
      const entries = fresh.createObjectStore("entries", { keyPath: "key" });
      entries.createIndex("person", "personId");
      entries.createIndex("job", ["personId", "complaintId"]);
      fresh.createObjectStore("bytes");
      fresh.createObjectStore("drafts", { keyPath: "id" });
      fresh.createObjectStore("jobs", { keyPath: ["personId", "id"] }).createIndex("person", "personId");
    },
    // A newer release in another window waits for this one, which comes back as the newer release: drafts are kept.
    blocking: () => location.reload(),
  });
  return { ...outbox(db), ...jobsOf(db), ...forgetting(db) };
}

type Database = IDBPDatabase<Kept>;

function outbox(db: Database): OutboxStore {
  return {
    entries: async (personId) => inOrder(await db.getAllFromIndex("entries", "person", personId)),
    add: async (entry, bytes, draftId) => {
      const tx = db.transaction(["entries", "bytes", "drafts", "jobs"], "readwrite", strict);
      const entries = tx.objectStore("entries");
      const others = await entries.index("job").getAll([entry.personId, entry.complaintId]);
      const order = Math.max(0, ...others.map((one) => one.order)) + 1;
      const job = await tx.objectStore("jobs").get([entry.personId, entry.complaintId]);
      // What the page showed may have moved on by what this phone itself has sent in the meantime.
      const version = job?.seenAt === entry.seen.at ? job.detail.version : entry.seen.version;
      const kept: Entry = {
        ...entry,
        seen: { ...entry.seen, version },
        order,
        state: { kind: "waiting" },
      };
      const contents = tx.objectStore("bytes");
      await Promise.all([
        entries.add(kept),
        ...[...bytes].map(([key, content]) => contents.put(content, key)),
        ...(draftId === undefined ? [] : [tx.objectStore("drafts").delete(draftId)]),
        tx.done,
      ]);
      return kept;
    },
    change: async ({ personId, complaintId }, change, moved) => {
      const tx = db.transaction(["entries", "bytes", "jobs"], "readwrite", strict);
      const entries = tx.objectStore("entries");
      const before = inOrder(await entries.index("job").getAll([personId, complaintId]));
      const after = change(before);
      const kept = new Map(after.map((entry) => [entry.key, entry]));
      const gone = before.filter(({ key }) => !kept.has(key));
      const needed = new Set(after.filter(({ state }) => state.kind !== "sent").flatMap(fileKeys));
      const unneeded = before.flatMap(fileKeys).filter((key) => !needed.has(key));
      const job = moved === undefined ? undefined : await tx.objectStore("jobs").get([personId, complaintId]);
      await Promise.all([
        ...gone.map(({ key }) => entries.delete(key)),
        ...after.filter((entry) => !before.includes(entry)).map((entry) => entries.put(entry)),
        ...unneeded.map((key) => tx.objectStore("bytes").delete(key)),
        ...(job === undefined || moved === undefined || job.detail.version !== moved.from
          ? []
          : [tx.objectStore("jobs").put({ ...job, detail: { ...job.detail, version: moved.to } })]),
        tx.done,
      ]);
      return after;
    },
    bytes: (key) => db.get("bytes", key),
  };
}

type Forgetting = Pick<PhoneStore, "forgetSent" | "forgetOld" | "forgetDrafts">;

function jobsOf(db: Database): Omit<PhoneStore, keyof OutboxStore | keyof Forgetting> {
  return {
    jobs: (personId) => db.getAllFromIndex("jobs", "person", personId),
    keepJob: async (job) => void (await db.put("jobs", job, undefined)),
    keepJobs: async (personId, jobs, at) => {
      const tx = db.transaction(["jobs", "entries"], "readwrite");
      const store = tx.objectStore("jobs");
      const old = await store.index("person").getAll(personId);
      const versions = new Map(old.map(({ id, detail }) => [id, detail.version]));
      const entries = await tx.objectStore("entries").index("person").getAll(personId);
      const kept = new Set([
        ...jobs.map(({ id }) => id),
        ...entries.filter(({ state }) => state.kind !== "sent").map(({ complaintId }) => complaintId),
      ]);
      await Promise.all([
        ...old.filter(({ id }) => !kept.has(id)).map(({ id }) => store.delete([personId, id])),
        // What was sent while the list was on its way has moved the job on already.
        ...jobs
          .filter(({ id, detail }) => detail.version >= (versions.get(id) ?? 0))
          .map((job) => store.put({ ...job, listedAt: at })),
        tx.done,
      ]);
    },
    draft: (id) => db.get("drafts", id),
    keepDraft: async (draft) => void (await db.put("drafts", draft)),
    takeBack: async (key, draftId) => {
      const tx = db.transaction(["entries", "bytes", "drafts"], "readwrite", strict);
      const entry = await tx.objectStore("entries").get(key);
      if (entry === undefined || entry.state.kind !== "waiting" || entry.fixed !== undefined) return false;
      const files: MadeFile[] = [];
      for (const { key: fileKey, name, type } of entry.files) {
        const bytes = await tx.objectStore("bytes").get(fileKey);
        if (bytes !== undefined) files.push({ name, type, bytes });
      }
      const { text = "", nodeId, via } = entry.values;
      await Promise.all([
        tx.objectStore("drafts").put({ id: draftId, text, ...defined({ nodeId, via }), files }),
        tx.objectStore("entries").delete(key),
        ...fileKeys(entry).map((fileKey) => tx.objectStore("bytes").delete(fileKey)),
        tx.done,
      ]);
      return true;
    },
    waitingOfOthers: async (personId) => {
      const all = await db.getAll("entries");
      return all.filter((entry) => entry.personId !== personId && isPending(entry)).length;
    },
  };
}

/** What a person's data must not outlive on a phone (docs/privacy.md): where the list of jobs ends, at the latest by time. */
function forgetting(db: Database): Forgetting {
  return {
    forgetSent: async (personId, before) => {
      const tx = db.transaction("entries", "readwrite");
      const all = await tx.store.index("person").getAll(personId);
      const old = all.filter(({ state }) => state.kind === "sent" && state.at < before);
      await Promise.all([...old.map(({ key }) => tx.store.delete(key)), tx.done]);
    },
    forgetOld: async (before) => {
      const tx = db.transaction(["jobs", "entries"], "readwrite");
      const [jobs, entries] = [tx.objectStore("jobs"), tx.objectStore("entries")];
      const all = await entries.getAll();
      const waits = ({ personId, id }: Job) =>
        all.some((one) => one.personId === personId && one.complaintId === id && one.state.kind !== "sent");
      const old = (await jobs.getAll()).filter((job) => (job.listedAt ?? job.seenAt) < before && !waits(job));
      const sent = all.filter(({ state }) => state.kind === "sent" && state.at < before);
      await Promise.all([
        ...old.map(({ personId, id }) => jobs.delete([personId, id])),
        ...sent.map(({ key }) => entries.delete(key)),
        tx.done,
      ]);
    },
    forgetDrafts: async (before, now) => {
      const tx = db.transaction("drafts", "readwrite");
      const all = await tx.store.getAll();
      await Promise.all([
        ...all.map((draft) =>
          draft.changedAt === undefined
            ? tx.store.put({ ...draft, changedAt: now })
            : draft.changedAt < before && tx.store.delete(draft.id),
        ),
        tx.done,
      ]);
    },
  };
}

function fileKeys({ files }: Entry): string[] {
  return files.map(({ key }) => key);
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => a.doneAtMs - b.doneAtMs || a.order - b.order);
}
