import { defined } from "../../../lib/domain/present.ts";
import { Unreachable } from "../api/problem.ts";
import type { components } from "../api/schema.ts";
import { serverNow, serverSkewMs } from "../api/server-time.ts";
import type { MadeFile } from "./files/photo.ts";
import { fetchJob, fetchJobs } from "./jobs/fetch.ts";
import type { Job } from "./jobs/job.ts";
import { asNote, givenUp, wanted } from "./outbox/changes.ts";
import { type DrainPorts, drain } from "./outbox/drain.ts";
import { type ActionName, type ActionValues, type Entry, isPending } from "./outbox/entry.ts";
import { type PhoneSession, SignInNeeded } from "./phone-session.ts";
import type { PhoneStore } from "./store/database.ts";
import { type Server, wire } from "./wire.ts";

type Schemas = components["schemas"];

/** What the pages show. */
export interface PhoneState {
  readonly personId: string;
  readonly jobs: readonly Job[];
  readonly entries: readonly Entry[];
  readonly isSending: boolean;
  /** Whether the server answered when it was last asked; undefined: not asked yet. */
  readonly isReached: boolean | undefined;
  readonly isSignInNeeded: boolean;
  /** Milliseconds by which the server's clock is ahead of this phone's. */
  readonly skewMs: number;
  readonly waitingOfOthers: number;
  /** Keys of actions that can be called back for a moment. */
  readonly held: ReadonlySet<string>;
}

/** What somebody does with a job. */
export interface Action {
  readonly command: ActionName;
  readonly values: ActionValues;
  readonly files: readonly MadeFile[];
  readonly draftId?: string;
}

/** After a round that did not reach the server the next comes soon, then later and later. */
const firstWaitMs = 5_000;
const longestWaitMs = 120_000;
/** Jobs are looked at again so often while somebody looks. */
const lookAgainMs = 60_000;
/** A result tells the customer: so long it can be called back, while somebody looks at the page. */
const holdMs = 10_000;
const homeZone = "Asia/Shanghai";
const day = 24 * 3_600_000;
const lock = "jiesu-m-outbox";
/** `default`: nothing that only tells of others stays longer on a phone that hears nothing from the server (docs/privacy.md). */
const keptDays = 14;

const isoOf = (ms: number) => new Date(ms).toISOString();

/** What was not confirmed since then (ISO) is forgotten. */
export function forgottenBefore(now: number): string {
  return isoOf(now - keptDays * day);
}

/** The work of one person on this phone: everything goes to the disk first, and to the server when there is one. */
export class Phone {
  readonly #store: PhoneStore;
  readonly #session: PhoneSession;
  readonly #server: Server;
  readonly #ports: DrainPorts;
  readonly #listeners = new Set<() => void>();
  #state: PhoneState;
  #round: Promise<void> | undefined;
  #isWanted = false;
  #isLeft = false;
  /** Not among this person's own, kept while this page is open. */
  #lookedAt: Job | undefined;
  #waitMs = firstWaitMs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Known to this page alone: whatever becomes of it, the action lies in the outbox and leaves with the next opening. */
  readonly #held = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(store: PhoneStore, session: PhoneSession, server: Server, personId: string) {
    this.#store = store;
    this.#session = session;
    this.#server = server;
    const time = () => ({ deviceMs: Date.now(), skewMs: serverSkewMs() });
    this.#ports = { store, wire: wire(server), time, isHeld: (key) => this.#held.has(key) };
    this.#state = {
      personId,
      jobs: [],
      entries: [],
      isSending: false,
      isReached: undefined,
      isSignInNeeded: false,
      skewMs: serverSkewMs(),
      waitingOfOthers: 0,
      held: new Set(),
    };
  }

  get state(): PhoneState {
    return this.#state;
  }

  get session(): PhoneSession {
    return this.#session;
  }

  get store(): PhoneStore {
    return this.#store;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows what the phone knows, then asks the server; from here on it sends on opening, on `online` and by timer. */
  async open(): Promise<void> {
    const { personId } = this.#state;
    const [jobs, entries, waitingOfOthers] = await Promise.all([
      this.#store.jobs(personId),
      this.#store.entries(personId),
      this.#store.waitingOfOthers(personId),
    ]);
    this.#show({ jobs, entries, waitingOfOthers });
    const now = () => this.sync();
    window.addEventListener("online", now);
    window.addEventListener("pageshow", now);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") now();
      // Nobody looks any more who could call it back.
      else this.letGo();
    });
    now();
  }

  /** Keeps what was done, and sends it as soon as there is signal. Resolves once it is on the disk. */
  async act(job: Job, { command, values, files, draftId }: Action): Promise<void> {
    const entryKey = crypto.randomUUID();
    const refs = files.map((file) => ({ ...file, key: crypto.randomUUID() }));
    const { handlerId } = job.detail;
    await this.#store.add(
      {
        key: entryKey,
        personId: this.#state.personId,
        complaintId: job.id,
        number: job.detail.number,
        command,
        values,
        files: refs.map(({ key, name, type, bytes }) => ({ key, name, type, size: bytes.byteLength })),
        doneAtMs: Date.now(),
        skewMs: serverSkewMs(),
        seen: {
          version: job.detail.version,
          at: job.seenAt,
          ...defined({ handlerId }),
        },
      },
      new Map(refs.map(({ key, bytes }) => [key, bytes])),
      draftId,
    );
    if (command === "resolve") this.#hold(entryKey);
    await this.#showEntries();
    this.sync();
  }

  #hold(key: string): void {
    this.#held.set(
      key,
      setTimeout(() => this.letGo(key), holdMs),
    );
    this.#show({ held: new Set(this.#held.keys()) });
  }

  /** Lets what is held back leave now: one action, or all. */
  letGo(key?: string): void {
    const keys = key === undefined ? [...this.#held.keys()] : [key];
    if (keys.length === 0) return;
    for (const one of keys) {
      clearTimeout(this.#held.get(one));
      this.#held.delete(one);
    }
    this.#show({ held: new Set(this.#held.keys()) });
    this.sync();
  }

  /** Calls a held action back: its words and files are in the form again. Where it is being sent already, nothing happens. */
  async callBack({ key, personId, complaintId, command }: Entry): Promise<void> {
    if (!this.#held.has(key)) return;
    await this.#store.takeBack(key, `${personId}.${complaintId}.${command}`);
    this.letGo(key);
    await this.#showEntries();
  }

  /** The person decides on an action that the server did not take: as it is, as a note, or not at all. */
  async decide(entry: Entry, choice: "again" | "note" | "give-up", text = ""): Promise<void> {
    if (choice === "give-up") await this.#store.change(entry, (all) => givenUp(all, entry.key));
    else {
      // On what the complaint is now: without signal the next round asks again.
      const job = await this.#freshJob(entry);
      const { handlerId, version } = job?.detail ?? entry.seen;
      const seen = {
        version,
        at: job?.seenAt ?? entry.seen.at,
        ...defined({ handlerId }),
      };
      await this.#store.change(entry, (all) =>
        choice === "again"
          ? wanted(all, entry.key, seen)
          : asNote(all, entry.key, { key: crypto.randomUUID(), seen, text }),
      );
    }
    await this.#showEntries();
    this.sync();
  }

  /** Who is called and the number, asked for at the moment it is wanted: who asked is kept. Throws Unreachable and SignInNeeded. */
  async callOf(job: Job): Promise<Schemas["NumberToCall"] | undefined> {
    const path = `/complaints/${encodeURIComponent(job.id)}/calls`;
    const answer = await this.#server.post<Schemas["NumberToCall"]>(path, {});
    return answer.ok ? answer.value : undefined;
  }

  /** Who complained, for a visit; kept as the above. Throws Unreachable and SignInNeeded. */
  async visited(job: Job): Promise<Schemas["Disclosure"] | undefined> {
    const path = `/complaints/${encodeURIComponent(job.id)}/disclosures`;
    const answer = await this.#server.post<Schemas["Disclosure"]>(path, { reason: "visit" });
    return answer.ok ? answer.value : undefined;
  }

  /** A job that is looked at though it is in nobody's or somebody else's hands: a message led here. False: not told. */
  async look(id: string): Promise<boolean> {
    const { personId } = this.#state;
    try {
      const projects = await this.#server.get<Schemas["ProjectList"]>("/projects");
      const found = await fetchJob(this.#server.get, id, { personId, projectName: "", timeZone: homeZone });
      if (found === undefined) return false;
      const project = projects.ok
        ? projects.value.items.find((one) => one.id === found.detail.projectId)
        : undefined;
      const { name = "", timeZone = homeZone } = project ?? {};
      this.#lookedAt = { ...found, projectName: name, timeZone };
      await this.#store.keepJob(this.#lookedAt);
      this.#show({ jobs: await this.#store.jobs(personId), isReached: true });
      return true;
    } catch (error) {
      if (error instanceof Unreachable || error instanceof SignInNeeded) return false;
      throw error;
    }
  }

  /** A round now, or another one after the one under way. */
  sync(): void {
    this.#isWanted = true;
    if (this.#round !== undefined) return;
    this.#round = this.#rounds().finally(() => {
      this.#round = undefined;
    });
  }

  async #rounds(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      clearTimeout(this.#timer);
      this.#show({ isSending: this.#state.entries.some(isPending) });
      const isDone = await this.#tried();
      await this.#showEntries();
      this.#show({ isSending: false, skewMs: serverSkewMs() });
      this.#plan(isDone);
    }
  }

  async #tried(): Promise<boolean> {
    try {
      const isDone = await this.#alone(() => drain(this.#ports, this.#state.personId));
      await this.#refresh();
      this.#show({ isReached: true, isSignInNeeded: false });
      return isDone;
    } catch (error) {
      if (error instanceof SignInNeeded) this.#show({ isReached: true, isSignInNeeded: true });
      else if (error instanceof Unreachable) this.#show({ isReached: false });
      else throw error;
      return false;
    }
  }

  /** Two windows of one phone do not send at the same time; it would do no harm, only cost. */
  async #alone(send: () => Promise<boolean>): Promise<boolean> {
    if (!("locks" in navigator)) return send();
    return navigator.locks.request(lock, send);
  }

  #plan(isDone: boolean): void {
    this.#waitMs = isDone ? lookAgainMs : Math.min(this.#waitMs * 2, longestWaitMs);
    if (isDone) this.#waitMs = firstWaitMs;
    const wait = isDone ? lookAgainMs : this.#waitMs;
    this.#timer = setTimeout(() => {
      if (document.visibilityState === "visible") this.sync();
    }, wait);
  }

  async #refresh(): Promise<void> {
    const { personId, jobs } = this.#state;
    const fresh = await fetchJobs(this.#server.get, personId, jobs, (rows) => {
      // Only where there is nothing better: a job that was looked at stays.
      if (jobs.length === 0) this.#show({ jobs: rows });
    });
    if (fresh === undefined || this.#isLeft) return;
    const now = serverNow();
    const looked = this.#lookedAt;
    const isMine = fresh.some(({ id }) => id === looked?.id);
    await this.#store.keepJobs(
      personId,
      looked === undefined || isMine ? fresh : [...fresh, looked],
      isoOf(now),
    );
    await this.#store.forgetSent(personId, isoOf(now - day));
    await this.#store.forgetOld(forgottenBefore(now));
    await this.#store.forgetDrafts(forgottenBefore(now), isoOf(now));
    this.#show({ jobs: await this.#store.jobs(personId) });
  }

  /** The person leaves: of the jobs only those stay of which something is still to be sent. */
  async signOut(): Promise<void> {
    this.#isLeft = true;
    this.#session.signOut();
    const now = isoOf(serverNow());
    await this.#store.keepJobs(this.#state.personId, [], now);
    await this.#store.forgetSent(this.#state.personId, now);
  }

  async #freshJob({ complaintId, personId }: Entry): Promise<Job | undefined> {
    const before = this.#state.jobs.find(({ id }) => id === complaintId);
    try {
      const { projectName = "", timeZone = homeZone } = before ?? {};
      const about = { personId, projectName, timeZone };
      const job = await fetchJob(this.#server.get, complaintId, about);
      if (job !== undefined) await this.#store.keepJob(job);
      return job ?? before;
    } catch (error) {
      if (error instanceof Unreachable || error instanceof SignInNeeded) return before;
      throw error;
    }
  }

  async #showEntries(): Promise<void> {
    const { personId } = this.#state;
    const [entries, jobs] = await Promise.all([this.#store.entries(personId), this.#store.jobs(personId)]);
    this.#show(jobs.length === 0 ? { entries } : { entries, jobs });
  }

  #show(changes: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
