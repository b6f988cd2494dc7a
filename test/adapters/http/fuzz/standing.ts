import { trackingSecret } from "../../../../lib/app/complaints/tracking.ts";
import { leak } from "../../../support/emergencies.ts";
import { confirmedCrowd } from "../../../support/groups.ts";
import { known } from "../../../support/http.ts";
import { people } from "../../../support/organisation.ts";
import { type Apis, apis, as, NOW, withKey } from "../support.ts";

/** A desk at which something of everything stands, and the names of it all. */
export interface Standing {
  readonly api: Apis;
  /** Real names by the path parameter that they fit, the newest first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly links: readonly { readonly number: string; readonly secret: string }[];
  /** What stands, as text; what is counted, logged or queued on the way is no part of it. */
  readonly digest: () => string;
  /** Everything as it was in the beginning. */
  readonly restore: () => void;
}

/** Complaints, a group, an event, a submission, a webhook, a job, what is held and what lies in quarantine. */
export async function standing(): Promise<Standing> {
  const api = apis();
  const json = async (line: string, body: object, person = people.headquarters) => {
    const to = line.includes("/reports/") ? api.reports : api.staff;
    const answer = await to(line, {
      headers: { ...as(person), "idempotency-key": `seed ${line}`.replaceAll(" ", "-") },
      body,
    });
    if (answer.status >= 400) throw new Error(`${line}: ${answer.text}`);
    return answer.json;
  };
  const plain = await api.receive({ sourceId: "one" });
  const crowd = await confirmedCrowd(api);
  const ticket = await api.channels("POST /channels/government/complaints", {
    headers: withKey("key-of-everything"),
    body: {
      projectId: "project-1",
      sourceId: "ticket-1",
      matter: "电梯停运三天",
      external: { system: "12345", ticketNo: "T-1", unit: "示例街道", dueAt: "2026-02-20T09:00:00Z" },
    },
  });
  const event = await json("POST /events", {
    ...leak,
    occurredAt: "2026-02-13T01:00:00Z",
    discoveredAt: "2026-02-13T01:00:00Z",
  });
  await json("PUT /webhooks/platform", {
    version: 0,
    name: "平台",
    url: "https://hooks.example/a",
    kinds: ["complaint.registered"],
  });
  const ping = await json("POST /webhooks/platform/ping", {});
  for (const month of ["2026-01", "2026-02"])
    for (const projectId of ["project-1", "project-2"])
      await api.reports(`GET /reports/${month}/submissions/${projectId}`, {
        headers: as(people.headquarters),
      });
  await json("POST /person-data/requests", { kind: "export", complaint: plain.registration.id });
  const held = await json(
    `POST /complaints/${plain.registration.id}/held-commands/reply`,
    { version: 1, via: "phone", text: "明日答复" },
    people.supervisor,
  );
  api.quarantined.push({
    id: "q-1",
    at: NOW,
    reason: "sender-rule",
    rawKey: "raw/q-1",
    from: "owner@home.example",
    projectIds: ["project-1"],
  });
  await api.drain();
  const complaints = [...api.complaints.items.values()];
  const group = known([...api.groups.items.keys()][0]);
  const ids = [plain.registration.id, known<string>(ticket.json.id), ...crowd];
  const snapshots = containersOf(api.here);
  return {
    api,
    names: {
      "complaints.id": ids,
      "groups.id": [group],
      "events.id": [known<string>(event.id)],
      "webhooks.id": ["platform"],
      "projects.id": ["project-1", "project-2"],
      "people.id": Object.values(people).map(({ id }) => id),
      "held-commands.id": [known<string>(held.id)],
      "quarantine.id": api.quarantined.map(({ id }) => id),
      "person-data.id": api.personRequests.map(({ id }) => id),
      "jobs.id": [...api.jobs.jobs.keys()],
      file: ["1", "a1", "desk.js"],
      month: ["2026-02", "2026-01"],
      delivery: [known<string>(ping.id)],
      projectId: ["project-1", "project-1", "project-2"],
      project: ["project-1"],
      place: ["lift-3", "8栋1单元电梯"],
      page: ["1", "photos", "household", "contact", "check"],
      token: ["x.y", "e30.e30"],
    },
    links: complaints.map(({ registration: { id, number } }) => ({
      number,
      secret: trackingSecret(api.ports, id),
    })),
    digest: () => JSON.stringify(standingOf(api)),
    restore: () => {
      for (const put of snapshots) put();
    },
  };
}

/** What people would miss: documents, rules, organisation, lists. */
function standingOf({ here }: Apis): unknown[] {
  const maps = [
    here.complaints.items,
    here.groups.items,
    here.emergencies.items,
    here.submissions.items,
    here.companyTexts.items,
    here.jobs.jobs,
    here.held.items,
    here.webhooks.subscriptions,
    here.webhooks.items,
    here.households.rows,
    here.subscriptions.byPerson,
    here.reports.runsById,
    here.attachments.items,
  ];
  return [
    ...maps.map((map) => [...map]),
    here.organisation,
    here.ruleStore.policies,
    here.ruleStore.calendars,
    here.quarantined,
    here.senderRules,
    here.personRequests,
    here.rounds,
  ];
}

/** For each map and list of the world, one level deep: how to put it back. */
function containersOf(world: object): (() => void)[] {
  const seen = new Set<object>();
  const within = (value: unknown): (() => void)[] => {
    if (typeof value !== "object" || value === null || seen.has(value)) return [];
    seen.add(value);
    if (value instanceof Map) {
      const was = [...value];
      return [() => putBack(value, was)];
    }
    if (Array.isArray(value)) {
      const was = [...value];
      return [() => void value.splice(0, value.length, ...was)];
    }
    return [];
  };
  return Object.values(world).flatMap((port) =>
    typeof port === "object" && port !== null
      ? [...within(port), ...Object.values(port).flatMap(within)]
      : [],
  );
}

function putBack(map: Map<unknown, unknown>, was: readonly (readonly [unknown, unknown])[]): void {
  map.clear();
  for (const [name, value] of was) map.set(name, value);
}
