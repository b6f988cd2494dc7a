import { unarchived } from "../../lib/adapters/dynamodb/core/unarchived.ts";
import { emergencyRowOf } from "../../lib/adapters/dynamodb/emergencies/emergency-store.ts";
import { rowOf } from "../../lib/adapters/dynamodb/groups/group-store.ts";
import type { AlarmStore, ItemRef, OverdueAlarm } from "../../lib/app/ports/alarms.ts";
import type { Archive } from "../../lib/app/ports/archive.ts";
import type { Clock } from "../../lib/app/ports/clock.ts";
import type { ComplaintStore } from "../../lib/app/ports/complaints.ts";
import type { EmergencyStore } from "../../lib/app/ports/emergencies.ts";
import type { GroupStore } from "../../lib/app/ports/groups.ts";
import { JOB_LOOK_SECONDS, type Job, type JobPart } from "../../lib/app/ports/job.ts";
import type { JobStore } from "../../lib/app/ports/jobs.ts";
import type { NoticeStore } from "../../lib/app/ports/notices.ts";
import type { HouseholdStore } from "../../lib/app/ports/organisation.ts";
import { type Page, type PageRequest, UnknownCursor } from "../../lib/app/ports/page.ts";
import type { AlarmMessage, Outgoing } from "../../lib/app/ports/queues.ts";
import {
  deadlineOf,
  type ReportEdition,
  type ReportRun,
  type RunEnd,
} from "../../lib/app/ports/report-run.ts";
import type { ReportStore } from "../../lib/app/ports/reports.ts";
import type { RuleStore } from "../../lib/app/ports/rules.ts";
import type { ObjectStore } from "../../lib/app/ports/storage.ts";
import type { CompanyTextsStore, SubmissionStore } from "../../lib/app/ports/submissions.ts";
import type { Telemetry } from "../../lib/app/ports/telemetry.ts";
import type { Timers } from "../../lib/app/ports/timers.ts";
import { ThrottledError } from "../../lib/app/ports/timers.ts";
import { type Complaint, isOpen } from "../../lib/domain/complaint/document.ts";
import { hasPendingReactions, nextAlarm } from "../../lib/domain/document/timer.ts";
import type { CalendarEdition } from "../../lib/domain/editions/calendars.ts";
import type { PolicyEdition } from "../../lib/domain/editions/scope.ts";
import type { Emergency } from "../../lib/domain/emergencies/emergency.ts";
import { groupingCode } from "../../lib/domain/groups/candidate.ts";
import type { Group } from "../../lib/domain/groups/group.ts";
import { sightingOf } from "../../lib/domain/groups/sighting.ts";
import { type Notice, noticeAlarm } from "../../lib/domain/notices/notice.ts";
import { HOUSEHOLDS_PER_PART, type HouseholdList } from "../../lib/domain/organisation/households.ts";
import { addressOfKey, householdOf } from "../../lib/domain/organisation/identity/household-key.ts";
import type { Household } from "../../lib/domain/organisation/organisation.ts";
import type { Policy } from "../../lib/domain/policy/policy.ts";
import type { FactRow } from "../../lib/domain/statistics/fact-row.ts";
import { factRow, monthOfReceipt } from "../../lib/domain/statistics/fact-row.ts";
import type { CompanyTexts } from "../../lib/domain/submissions/company-texts.ts";
import { type Submission, submissionId } from "../../lib/domain/submissions/submission.ts";
import { fromInstant, type Instant, monthOf, plusSeconds, toInstant } from "../../lib/domain/time/instant.ts";

/** What a store gives back has been through JSON, as with the real one. */
export function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function paged<T>(all: readonly T[], { limit, cursor }: PageRequest): Page<T> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new UnknownCursor(cursor);
  const from = cursor === undefined ? 0 : Number(cursor);
  const items = all.slice(from, from + limit);
  return from + limit < all.length ? { items, cursor: String(from + limit) } : { items };
}

/** A clock that stands until it is moved. */
export class VirtualClock implements Clock {
  #now: Instant;
  constructor(now: Instant) {
    this.#now = now;
  }
  now() {
    return fromInstant(this.#now);
  }
  text(): Instant {
    return toInstant(this.now());
  }
  set(now: Instant): void {
    if (now < this.#now) throw new RangeError(`the clock does not go back from ${this.#now} to ${now}`);
    this.#now = now;
  }
  advance(seconds: number): void {
    this.set(plusSeconds(this.#now, seconds));
  }
}

/** Complaints with conditional writes; `interfere` runs once before the next write, as a competitor would. */
export class MemoryComplaints implements ComplaintStore {
  archive: Archive<Complaint> = unarchived;
  whole = (document: Complaint) => this.archive.whole(document);
  withTexts = (document: Complaint) => this.archive.withTexts(document);
  without = (document: Complaint, refs: readonly string[]) => this.archive.without(document, refs);
  readonly items = new Map<string, Complaint>();
  interfere: (() => Promise<void>) | undefined;
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async loadPending(id: string) {
    const found = await this.load(id);
    return found !== undefined && hasPendingReactions(found) ? found : undefined;
  }
  async loadMany(ids: readonly string[]) {
    const loaded = await Promise.all(ids.map((id) => this.load(id)));
    return loaded.filter((complaint) => complaint !== undefined).reverse();
  }
  async insert(given: Complaint) {
    const complaint = await this.archive.fit(given);
    await this.#competitor();
    const { id } = complaint.registration;
    const exists = await this.load(id);
    if (exists !== undefined) return { exists };
    return this.#write(complaint);
  }
  async replace(given: Complaint, expectedRevision: number) {
    const complaint = await this.archive.fit(given);
    await this.#competitor();
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(complaint.registration.id);
    if (current === undefined) throw new Error("replaced a complaint that does not exist");
    if (current.revision !== expectedRevision) return { conflict: stored(current) };
    return this.#write(complaint);
  }
  async #competitor(): Promise<void> {
    const run = this.interfere;
    this.interfere = undefined;
    await run?.();
  }
  async #write(complaint: Complaint) {
    const { id } = complaint.registration;
    this.items.set(id, stored(complaint));
    await this.onWrite(id);
    return {};
  }
  readonly secondNumbers = new Map<string, string>();
  async addNumber(id: string, number: string) {
    this.secondNumbers.set(number, id);
  }
  async idByNumber(number: string) {
    const second = this.secondNumbers.get(number);
    if (second !== undefined) return second;
    return this.#all().find((c) => c.registration.number === number)?.registration.id;
  }
  async openByProject(projectId: string, page: PageRequest & { dueBefore?: Instant }) {
    const rows = this.#rows((c) => c.registration.projectId === projectId && isOpen(c));
    const due = ({ fact }: { fact: FactRow }) => fact.nextDueAt ?? "9999";
    const wanted = rows.filter((row) => page.dueBefore === undefined || due(row) < page.dueBefore);
    return paged(
      wanted.sort((a, b) => due(a).localeCompare(due(b))),
      page,
    );
  }
  async openInShard(shard: number, page: PageRequest) {
    return paged(shard === 0 ? this.#rows(isOpen) : [], page);
  }
  async receivedInMonth(projectId: string, month: string, page: PageRequest) {
    const rows = this.#rows((c) => c.registration.projectId === projectId && monthOfReceipt(c) === month);
    return paged(
      rows.sort((a, b) => a.fact.receivedAt.localeCompare(b.fact.receivedAt)),
      page,
    );
  }
  async idsByHousehold(projectId: string, prefix: string, limit: number) {
    const of = this.#all().filter(
      ({ registration: r }) =>
        r.projectId === projectId && `${householdOf(r) ?? ""}#${r.receivedAt}`.startsWith(prefix),
    );
    return of.map((c) => c.registration.id).slice(0, limit);
  }
  async idsByRoom(
    projectId: string,
    wanted: { readonly room: string; readonly building?: string },
    limit: number,
  ) {
    const of = this.#all().filter(({ registration: r }) => {
      const key = householdOf(r);
      if (key === undefined || r.projectId !== projectId) return false;
      const { room, building } = addressOfKey(key);
      return room === wanted.room && (wanted.building ?? building) === building;
    });
    return of.map((c) => c.registration.id).slice(0, limit);
  }
  async idsByContact(contactKey: string, limit: number) {
    const of = this.#all().filter((c) => c.registration.contactKey === contactKey);
    return of.map((c) => c.registration.id).slice(0, limit);
  }
  /** Ids that the index does not show yet: it is only eventually consistent. */
  readonly notIndexed = new Set<string>();
  async sightings(
    projectId: string,
    code: string,
    { from, to }: { readonly from: Instant; readonly to: Instant },
    limit: number,
  ) {
    const of = this.#all().filter(
      (c) =>
        c.registration.projectId === projectId &&
        groupingCode(c) === code &&
        c.registration.receivedAt >= from &&
        c.registration.receivedAt <= to,
    );
    return of
      .map(sightingOf)
      .filter(({ complaintId }) => !this.notIndexed.has(complaintId))
      .slice(0, limit);
  }
  #all(): Complaint[] {
    return [...this.items.values()];
  }
  #rows(wanted: (complaint: Complaint) => boolean) {
    return this.#all()
      .filter(wanted)
      .map((c) => ({ id: c.registration.id, fact: factRow(c) }));
  }
}

/** Groups with conditional writes. */
export class MemoryGroups implements GroupStore {
  archive: Archive<Group> = unarchived;
  whole = (document: Group) => this.archive.whole(document);
  withTexts = (document: Group) => this.archive.withTexts(document);
  readonly items = new Map<string, Group>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async latest(series: string) {
    const of = [...this.items.values()].filter(({ identity }) => identity.id.startsWith(`${series}.`));
    const last = of.sort((a, b) => b.identity.ordinal - a.identity.ordinal)[0];
    return last === undefined ? undefined : stored(last);
  }
  async insert(given: Group) {
    const group = await this.archive.fit(given);
    const exists = this.items.get(group.identity.id);
    return exists === undefined ? this.#write(group) : { exists: stored(exists) };
  }
  async replace(given: Group, expectedRevision: number) {
    const group = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(group.identity.id);
    if (current === undefined) throw new Error("replaced a group that does not exist");
    return current.revision === expectedRevision ? this.#write(group) : { conflict: stored(current) };
  }
  async ofProject(projectId: string, page: PageRequest) {
    const of = [...this.items.values()].filter(({ identity }) => identity.projectId === projectId);
    return paged(of.map(rowOf), page);
  }
  async #write(group: Group) {
    this.items.set(group.identity.id, stored(group));
    await this.onWrite(group.identity.id);
    return {};
  }
}

/** Emergency events with conditional writes. */
export class MemoryEmergencies implements EmergencyStore {
  archive: Archive<Emergency> = unarchived;
  whole = (document: Emergency) => this.archive.whole(document);
  withTexts = (document: Emergency) => this.archive.withTexts(document);
  readonly items = new Map<string, Emergency>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(id: string) {
    const found = this.items.get(id);
    return found === undefined ? undefined : stored(found);
  }
  async insert(given: Emergency) {
    const event = await this.archive.fit(given);
    const exists = this.items.get(event.registration.id);
    return exists === undefined ? this.#write(event) : { exists: stored(exists) };
  }
  async replace(given: Emergency, expectedRevision: number) {
    const event = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(event.registration.id);
    if (current === undefined) throw new Error("replaced an event that does not exist");
    return current.revision === expectedRevision ? this.#write(event) : { conflict: stored(current) };
  }
  async inMonth(projectId: string, month: string, page: PageRequest) {
    const of = [...this.items.values()].filter(
      ({ registration: r }) => r.projectId === projectId && monthOf(r.occurredAt, r.timeZone) === month,
    );
    const rows = of.map(emergencyRowOf);
    return paged(
      rows.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt)),
      page,
    );
  }
  async #write(event: Emergency) {
    this.items.set(event.registration.id, stored(event));
    await this.onWrite(event.registration.id);
    return {};
  }
}

/** What headquarters write of a month, with conditional writes. */
export class MemoryCompanyTexts implements CompanyTextsStore {
  readonly #items = new Map<string, CompanyTexts>();
  async load(month: string) {
    const found = this.#items.get(month);
    return found === undefined ? undefined : stored(found);
  }
  readonly #numbers = new Map<string, string>();
  async reserveBulletin(
    year: number,
    number: number,
    { month, scope }: { readonly month: string; readonly scope: string },
  ) {
    const key = `${year}#${number}`;
    const standing = this.#numbers.get(key) ?? month;
    if (standing !== scope && standing !== month) return false;
    this.#numbers.set(key, scope);
    return true;
  }
  async write(texts: CompanyTexts) {
    const standing = this.#items.get(texts.month);
    if (standing !== undefined && standing.revision !== texts.revision - 1)
      return { conflict: stored(standing) };
    this.#items.set(texts.month, stored(texts));
    return {};
  }
}

/** Submissions with conditional writes. */
export class MemorySubmissions implements SubmissionStore {
  archive: Archive<Submission> = unarchived;
  whole = (document: Submission) => this.archive.whole(document);
  withTexts = (document: Submission) => this.archive.withTexts(document);
  readonly items = new Map<string, Submission>();
  onWrite: (id: string) => Promise<void> = async () => {};

  async load(month: string, projectId: string) {
    const found = this.items.get(submissionId({ month, projectId }));
    return found === undefined ? undefined : stored(found);
  }
  async insert(given: Submission) {
    const submission = await this.archive.fit(given);
    const exists = this.items.get(submissionId(submission));
    return exists === undefined ? this.#write(submission) : { exists: stored(exists) };
  }
  async replace(given: Submission, expectedRevision: number) {
    const submission = await this.archive.fit(given);
    // Nothing is awaited between the condition and the write: it is one step, as in the real store.
    const current = this.items.get(submissionId(submission));
    if (current === undefined) throw new Error("replaced a submission that does not exist");
    return current.revision === expectedRevision ? this.#write(submission) : { conflict: stored(current) };
  }
  async ofMonth(month: string) {
    return [...this.items.values()].filter((one) => one.month === month).map(stored);
  }
  async #write(submission: Submission) {
    this.items.set(submissionId(submission), stored(submission));
    await this.onWrite(submissionId(submission));
    return {};
  }
}

export class MemoryNotices implements NoticeStore {
  readonly items = new Map<string, Notice>();

  refOf({ subject, key }: Pick<Notice, "subject" | "key">): ItemRef {
    const pk = "month" in subject ? `report#${subject.month}` : `${subject.kind}#${subject.id}`;
    return { pk, sk: `notice#${key}` };
  }
  async plan(notice: Notice) {
    const ref = keyOf(this.refOf(notice));
    if (!this.items.has(ref)) this.items.set(ref, stored(notice));
  }
  async load(ref: ItemRef) {
    return this.items.get(keyOf(ref));
  }
  async replace(before: Notice, after: Notice) {
    const ref = keyOf(this.refOf(before));
    const current = this.items.get(ref);
    if (current?.attempt !== before.attempt || current.status.state !== before.status.state) return false;
    this.items.set(ref, stored(after));
    return true;
  }
  async failed(page: PageRequest) {
    const failed = this.all().filter(({ status }) => status.state === "failed");
    return paged(failed.map((notice) => this.refOf(notice)).reverse(), page);
  }
  async ofComplaint(id: string) {
    return this.all().filter(({ subject }) => subject.kind === "complaint" && subject.id === id);
  }
  all(): Notice[] {
    return [...this.items.values()];
  }
}

function keyOf({ pk, sk }: ItemRef): string {
  return `${pk} ${sk}`;
}

/** The alarm index over complaints, groups, emergency events, notices and report runs. */
export class MemoryAlarms implements AlarmStore {
  readonly shards = 2;
  #rescues = new Map<string, number>();
  #aside = new Map<string, OverdueAlarm>();
  readonly #complaints: MemoryComplaints;
  readonly #notices: MemoryNotices;
  readonly #groups: MemoryGroups;
  readonly #emergencies: MemoryEmergencies;
  readonly #reports: MemoryReports;
  readonly #submissions: MemorySubmissions;
  readonly #jobs: MemoryJobs;

  constructor(
    complaints: MemoryComplaints,
    notices: MemoryNotices,
    groups = new MemoryGroups(),
    emergencies = new MemoryEmergencies(),
    reports = new MemoryReports(),
    submissions = new MemorySubmissions(),
    jobs = new MemoryJobs(),
  ) {
    this.#jobs = jobs;
    this.#submissions = submissions;
    this.#reports = reports;
    this.#emergencies = emergencies;
    this.#groups = groups;
    this.#complaints = complaints;
    this.#notices = notices;
  }
  async overdue(shard: number, before: Instant, page: PageRequest) {
    const complaints = [...this.#complaints.items.values()].map((c) => ({
      kind: "document" as const,
      document: { kind: "complaint" as const, id: c.registration.id },
      ref: { pk: `complaint#${c.registration.id}`, sk: "complaint" },
      at: nextAlarm(c),
      write: String(c.revision),
    }));
    const notices = this.#notices.all().map((n) => ({
      kind: "notice" as const,
      ref: this.#notices.refOf(n),
      at: noticeAlarm(n),
      write: `${n.status.state}${n.attempt}`,
    }));
    const groups = [...this.#groups.items.values()].map((g) => ({
      kind: "document" as const,
      document: { kind: "group" as const, id: g.identity.id },
      ref: { pk: `group#${g.identity.id}`, sk: "group" },
      at: nextAlarm(g),
      write: String(g.revision),
    }));
    const emergencies = [...this.#emergencies.items.values()].map((e) => ({
      kind: "document" as const,
      document: { kind: "emergency" as const, id: e.registration.id },
      ref: { pk: `emergency#${e.registration.id}`, sk: "emergency" },
      at: nextAlarm(e),
      write: String(e.revision),
    }));
    const runs = [...this.#reports.runsById.values()].map((run) => ({
      kind: "run" as const,
      runId: run.id,
      ref: { pk: `report#${run.month}`, sk: `run#${run.id}` },
      at: run.finishedAt === undefined ? deadlineOf(run) : undefined,
      write: "",
    }));
    const submissions = [...this.#submissions.items.values()].map((one) => ({
      kind: "document" as const,
      document: { kind: "submission" as const, id: submissionId(one) },
      ref: { pk: `report#${one.month}`, sk: `submission#${one.projectId}` },
      at: nextAlarm(one),
      write: String(one.revision),
    }));
    const jobs = [...this.#jobs.looks].map(([jobId, { at }]) => ({
      kind: "job" as const,
      jobId,
      ref: { pk: `job#${jobId}`, sk: "job" },
      at,
      write: "",
    }));
    const late = [
      ...jobs,
      ...complaints,
      ...notices,
      ...groups,
      ...emergencies,
      ...runs,
      ...submissions,
    ].flatMap((item): OverdueAlarm[] => {
      const { at, ref, write } = item;
      const key = keyOf(ref);
      const mine = key.charCodeAt(key.length - 1) % this.shards === shard;
      if (!mine || at === undefined || at >= before || this.#aside.get(key)?.alarmKey === `${at}|${write}`) {
        return [];
      }
      const alarm = { ref, alarmKey: `${at}|${write}`, at };
      switch (item.kind) {
        case "document":
          return [{ kind: "document", document: item.document, ...alarm }];
        case "job":
          return [{ kind: "job", jobId: item.jobId, ...alarm }];
        case "run":
          return [{ kind: "run", runId: item.runId, ...alarm }];
        default:
          return [{ kind: item.kind, ...alarm }];
      }
    });
    return paged(late, { ...page, limit: Math.min(page.limit, 2) });
  }
  async countRescue({ ref, alarmKey }: OverdueAlarm, atMost: number) {
    const key = `${keyOf(ref)} ${alarmKey}`;
    const times = (this.#rescues.get(key) ?? 0) + 1;
    if (times > atMost) return undefined;
    this.#rescues.set(key, times);
    return times;
  }
  async putAside(alarm: OverdueAlarm) {
    this.#aside.set(keyOf(alarm.ref), alarm);
  }
  async aside(page: PageRequest) {
    return paged([...this.#aside.values()], page);
  }
  async totals() {
    let rescues = 0;
    for (const times of this.#rescues.values()) rescues += times;
    return { rescues, aside: this.#aside.size };
  }
}

/** A queue with delays; messages stay until they are taken. */
export class MemoryQueue<T> implements Outgoing<T> {
  waiting: { readonly message: T; readonly from: Instant }[] = [];
  readonly #clock: VirtualClock;
  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }
  async send(message: T, { delaySeconds = 0 }: { readonly delaySeconds?: number } = {}) {
    if (delaySeconds < 0 || delaySeconds > 900 || !Number.isInteger(delaySeconds)) {
      throw new RangeError(`SQS takes a delay of 0 to 900 whole seconds, not ${delaySeconds}`);
    }
    this.waiting.push({ message: stored(message), from: plusSeconds(this.#clock.text(), delaySeconds) });
  }
  async sendAll(messages: readonly T[]) {
    for (const message of messages) await this.send(message);
  }
  /** Takes every message that may be delivered now. */
  take(): T[] {
    const now = this.#clock.text();
    const due = this.waiting.filter(({ from }) => from <= now);
    this.waiting = this.waiting.filter(({ from }) => from > now);
    return due.map(({ message }) => message);
  }
}

export class MemoryTimers implements Timers {
  readonly items = new Map<string, { readonly at: Instant; readonly message: AlarmMessage }>();
  calls = 0;
  refused = 0;
  /** How many schedules may be made from now on; the next ones are throttled. */
  budget = Number.POSITIVE_INFINITY;
  async schedule(name: string, at: Instant, message: AlarmMessage) {
    if (name.length > 64) throw new RangeError("schedule names have at most 64 characters");
    this.calls += 1;
    if (this.calls > this.budget) {
      this.refused += 1;
      throw new ThrottledError(name);
    }
    this.items.set(name, { at, message });
  }
  async unschedule(name: string) {
    this.items.delete(name);
  }
}

export class MemoryObjects implements ObjectStore {
  readonly items = new Map<string, { readonly body: Uint8Array; readonly at: Instant }>();
  readonly #clock: VirtualClock;
  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }
  async put(
    key: string,
    body: Uint8Array,
    _type = "",
    { lockedUntil }: { readonly lockedUntil?: Instant } = {},
  ) {
    const locked = this.locks.get(key);
    if (
      locked !== undefined &&
      locked > this.#clock.text() &&
      this.items.get(key)?.body.join() !== body.join()
    )
      throw new Error(`${key} is locked until ${locked}`);
    this.items.set(key, { body, at: this.#clock.text() });
    if (lockedUntil !== undefined) this.locks.set(key, lockedUntil);
  }
  readonly locks = new Map<string, Instant>();
  async get(key: string) {
    return this.items.get(key)?.body;
  }
  async remove(key: string) {
    this.items.delete(key);
  }
  async listOlderThan(prefix: string, before: Instant, limit: number) {
    const old = [...this.items].filter(([key, { at }]) => key.startsWith(prefix) && at < before);
    return old
      .sort(([, a], [, b]) => a.at.localeCompare(b.at))
      .map(([key, { at }]) => ({ key, writtenAt: at }))
      .slice(0, limit);
  }
  async presign(key: string, seconds: number, _now: unknown, downloadName: string) {
    return `https://files.example/${key}?seconds=${seconds}&name=${downloadName}`;
  }
  async presignPut(key: string, seconds: number, _now: unknown, file: { contentType: string; size: number }) {
    return `https://files.example/${key}?seconds=${seconds}&type=${file.contentType}&size=${file.size}`;
  }
}

export class MemoryReports implements ReportStore {
  readonly runsById = new Map<string, ReportRun>();
  readonly issued: ReportEdition[] = [];
  async start(run: ReportRun) {
    if (!this.runsById.has(run.id)) this.runsById.set(run.id, stored(run));
    return this.#known(run.id);
  }
  async run(id: string) {
    return this.runsById.get(id);
  }
  async projectDone(runId: string, projectId: string) {
    const run = this.#known(runId);
    const doneProjectIds = [...new Set([...run.doneProjectIds, projectId])];
    return this.#put({ ...run, doneProjectIds });
  }
  async projectFailed(runId: string, projectId: string, error: string) {
    const run = this.#known(runId);
    const attempts = (run.failures[projectId]?.attempts ?? 0) + 1;
    return this.#put({ ...run, failures: { ...run.failures, [projectId]: { attempts, error } } });
  }
  readonly #held = new Map<string, number>();
  async reserveEdition(month: string, holder: string) {
    const key = `${month} ${holder}`;
    const taken = [...this.#held.keys()].filter((other) => other.startsWith(`${month} `)).length;
    if (!this.#held.has(key)) this.#held.set(key, taken + 1);
    return this.#held.get(key) ?? 0;
  }
  async issueEdition(edition: ReportEdition) {
    const standing = this.issued.some((e) => e.month === edition.month && e.edition === edition.edition);
    if (!standing) this.issued.push(stored(edition));
  }
  async finish(runId: string, end: RunEnd) {
    const run = this.#known(runId);
    if ((run.built ?? -1) < end.built) this.#put({ ...run, ...end });
  }
  async runs(month: string) {
    return [...this.runsById.values()].filter((run) => run.month === month);
  }
  async editions(month: string) {
    return this.issued.filter((edition) => edition.month === month);
  }
  #known(id: string): ReportRun {
    const run = this.runsById.get(id);
    if (run === undefined) throw new Error(`run ${id} is unknown`);
    return run;
  }
  #put(run: ReportRun): ReportRun {
    this.runsById.set(run.id, run);
    return run;
  }
}

/** Counts by metric and keeps the error lines. */
export class MemoryTelemetry implements Telemetry {
  readonly counts: Record<string, number> = {};
  readonly errors: string[] = [];
  count(metric: string, value = 1) {
    this.counts[metric] = (this.counts[metric] ?? 0) + value;
  }
  info() {}
  error(message: string) {
    this.errors.push(message);
  }
}

/** Published rules; an edition that stands is never replaced. */
export class MemoryRules implements RuleStore {
  readonly policies: PolicyEdition[] = [];
  readonly calendars: CalendarEdition[] = [];
  readonly texts = new Map<string, Policy>();
  reads = 0;

  async published() {
    this.reads += 1;
    return stored({ policies: this.policies, calendars: this.calendars });
  }
  async policy(version: string) {
    const text = this.texts.get(version);
    return text === undefined ? undefined : stored(text);
  }
  async publishPolicy(edition: PolicyEdition, policy: Policy) {
    if (this.texts.has(edition.version)) return false;
    this.texts.set(edition.version, stored(policy));
    this.policies.push(stored(edition));
    return true;
  }
  async publishCalendar(edition: CalendarEdition) {
    if (this.calendars.some(({ version }) => version === edition.version)) return false;
    this.calendars.push(stored(edition));
    return true;
  }
}

/** Household lists; rows are kept for ever, and `keptUntil` says what the table would forget. */
export class MemoryHouseholds implements HouseholdStore {
  readonly lists = new Map<string, HouseholdList>();
  readonly rows = new Map<string, readonly Household[]>();
  readonly keptUntil = new Map<string, Instant | undefined>();

  async list(projectId: string) {
    const list = this.lists.get(projectId);
    return list === undefined ? undefined : stored(list);
  }
  async stage(projectId: string, importId: string, households: readonly Household[], until: Instant) {
    const key = `${projectId} ${importId}`;
    if (this.rows.has(key)) return;
    this.rows.set(key, stored(households));
    this.keptUntil.set(key, until);
  }
  async households(projectId: string, importId: string) {
    return stored(this.rows.get(`${projectId} ${importId}`) ?? []);
  }
  async part(projectId: string, importId: string, index: number) {
    const from = index * HOUSEHOLDS_PER_PART;
    return (await this.households(projectId, importId)).slice(from, from + HOUSEHOLDS_PER_PART);
  }
  async keep(projectId: string, importId: string, until?: Instant) {
    this.keptUntil.set(`${projectId} ${importId}`, until);
  }
  async activate(list: HouseholdList) {
    if ((this.lists.get(list.projectId)?.version ?? 0) !== list.version - 1) return false;
    this.lists.set(list.projectId, stored(list));
    return true;
  }
}

/** Jobs and their parts; a part only ever goes on by one page. */
export class MemoryJobs implements JobStore {
  readonly jobs = new Map<string, Job>();
  readonly standing = new Map<string, JobPart>();

  async start(job: Job) {
    const before = this.jobs.get(job.id);
    if (before === undefined) {
      this.jobs.set(job.id, stored(job));
      this.looks.set(job.id, { at: plusSeconds(job.startedAt, JOB_LOOK_SECONDS), pages: 0 });
    }
    return { job: stored(before ?? job), started: before === undefined };
  }
  async job(id: string) {
    const job = this.jobs.get(id);
    return job === undefined ? undefined : stored(job);
  }
  async part(jobId: string, projectId: string) {
    const part = this.standing.get(`${jobId} ${projectId}`);
    return part === undefined ? undefined : stored(part);
  }
  async parts(jobId: string) {
    return [...this.standing].filter(([key]) => key.startsWith(`${jobId} `)).map(([, part]) => stored(part));
  }
  /** When the sweep looks at a job, and how far it was the last time. */
  readonly looks = new Map<string, { readonly at: Instant; readonly pages: number }>();
  async watch(jobId: string, pages: number, at: Instant) {
    if (this.looks.get(jobId)?.pages === pages) return false;
    this.looks.set(jobId, { at, pages });
    return true;
  }
  async unwatch(jobId: string) {
    this.looks.delete(jobId);
  }
  async advance(jobId: string, part: JobPart) {
    const key = `${jobId} ${part.projectId}`;
    if ((this.standing.get(key)?.pages ?? 0) !== part.pages - 1) return false;
    this.standing.set(key, stored(part));
    return true;
  }
}
