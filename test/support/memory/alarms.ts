import type { AlarmStore, ItemRef, OverdueAlarm } from "../../../lib/app/ports/alarms.ts";
import type { PageRequest } from "../../../lib/app/ports/page.ts";
import { deadlineOf } from "../../../lib/app/ports/report-run.ts";
import { nextAlarm } from "../../../lib/domain/document/timer.ts";
import { noticeAlarm } from "../../../lib/domain/notices/notice.ts";
import { submissionId } from "../../../lib/domain/submissions/submission.ts";
import type { Instant } from "../../../lib/domain/time/instant.ts";
import { deliveryAlarm } from "../../../lib/domain/webhooks/delivery.ts";
import type { MemoryComplaints } from "./complaints.ts";
import { MemoryEmergencies } from "./emergencies.ts";
import { MemoryGroups } from "./groups.ts";
import { MemoryHeld } from "./held.ts";
import { MemoryJobs } from "./jobs.ts";
import type { MemoryNotices } from "./notices.ts";
import { MemoryReports } from "./reports.ts";
import { paged } from "./stored.ts";
import { MemorySubmissions } from "./submissions.ts";
import { MemoryWebhooks } from "./webhooks.ts";

export function keyOf({ pk, sk }: ItemRef): string {
  return `${pk} ${sk}`;
}

/** The alarm index over complaints, groups, emergency events, notices and report runs. */
export class MemoryAlarms implements AlarmStore {
  readonly #shards = 2;

  shards(): Promise<number> {
    return Promise.resolve(this.#shards);
  }

  #rescues = new Map<string, number>();
  #aside = new Map<string, OverdueAlarm>();
  readonly #complaints: MemoryComplaints;
  readonly #notices: MemoryNotices;
  readonly #groups: MemoryGroups;
  readonly #emergencies: MemoryEmergencies;
  readonly #reports: MemoryReports;
  readonly #submissions: MemorySubmissions;
  readonly #jobs: MemoryJobs;
  readonly #held: MemoryHeld;
  readonly #webhooks: MemoryWebhooks;

  constructor(
    complaints: MemoryComplaints,
    notices: MemoryNotices,
    groups = new MemoryGroups(),
    emergencies = new MemoryEmergencies(),
    reports = new MemoryReports(),
    submissions = new MemorySubmissions(),
    jobs = new MemoryJobs(),
    held = new MemoryHeld(),
    webhooks = new MemoryWebhooks(),
  ) {
    this.#held = held;
    this.#webhooks = webhooks;
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
    const deliveries = [...this.#webhooks.items.values()].map((one) => ({
      kind: "delivery" as const,
      ref: this.#webhooks.refOf(one),
      at: deliveryAlarm(one),
      write: `${one.status.state}${one.attempt}`,
    }));
    const jobs = [...this.#jobs.looks].map(([jobId, { at }]) => ({
      kind: "job" as const,
      jobId,
      ref: { pk: `job#${jobId}`, sk: "job" },
      at,
      write: "",
    }));
    const helds = [...this.#held.items.values()].map((held) => ({
      kind: "held" as const,
      held: { heldId: held.id, personId: held.personId },
      ref: { pk: `held#${held.personId}`, sk: held.id },
      at: held.state === "waiting" || held.state === "leaving" ? held.leavesAt : undefined,
      write: held.state,
    }));
    const late = [
      ...helds,
      ...jobs,
      ...complaints,
      ...notices,
      ...deliveries,
      ...groups,
      ...emergencies,
      ...runs,
      ...submissions,
    ].flatMap((item): OverdueAlarm[] => {
      const { at, ref, write } = item;
      const key = keyOf(ref);
      const mine = key.charCodeAt(key.length - 1) % this.#shards === shard;
      if (!mine || at === undefined || at >= before || this.#aside.get(key)?.alarmKey === `${at}|${write}`) {
        return [];
      }
      const alarm = { ref, alarmKey: `${at}|${write}`, at };
      switch (item.kind) {
        case "document":
          return [{ kind: "document", document: item.document, ...alarm }];
        case "job":
          return [{ kind: "job", jobId: item.jobId, ...alarm }];
        case "held":
          return [{ kind: "held", held: item.held, ...alarm }];
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
