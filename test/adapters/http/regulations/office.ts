import type { Person } from "../../../../lib/domain/organisation/organisation.ts";
import type { Instant } from "../../../../lib/domain/time/instant.ts";
import { at, local } from "../../../support/builders.ts";
import { onlyGroup } from "../../../support/groups.ts";
import { type Answered, known } from "../../../support/http.ts";
import { people } from "../../../support/organisation.ts";
import { apis, as, withKey } from "../support.ts";

type Body = Readonly<Record<string, unknown>>;

interface Happened {
  readonly type: string;
  readonly occurredAt: Instant;
  readonly facts: {
    readonly name: string;
    readonly key?: string;
    readonly recipients: readonly { readonly post: string }[];
  };
}

/**
 * An office that is spoken to as people do: over HTTP, by the clock on the wall. Timers, queues and messages come on time
 * in between.
 */
export function office(now: string) {
  const api = apis();
  api.clock.set(at(now));
  let calls = 0;
  const key = () => `said-${(calls += 1)}`;

  async function arrived(answer: Answered): Promise<string> {
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    await api.drain();
    return known<string>(answer.json.id);
  }

  async function shown(id: string, person: Person = people.supervisor) {
    return (await api.staff(`GET /complaints/${id}`, { headers: as(person) })).json;
  }

  async function asked(path: string, version: number, body: Body, person: Person): Promise<Answered> {
    const answer = await api.staff(`POST ${path}`, {
      headers: { ...as(person), "idempotency-key": key() },
      body: { version, ...body },
    });
    await api.drain();
    return answer;
  }

  return {
    api,
    shown,
    /** A household of building 3 calls about the lift. */
    call(room: string, more: Body = {}): Promise<string> {
      const body = {
        projectId: "project-1",
        sourceId: key(),
        matter: `电梯停运（${room}）`,
        classCode: "1.2.2",
        complainant: { name: "王示例", phone: `1380000${room.padStart(4, "0")}` },
        location: { building: "3", unit: "1", room },
        ...more,
      };
      return api
        .channels("POST /channels/phone/complaints", { headers: withKey("key-of-everything"), body })
        .then(arrived);
    },
    /** A ticket of 12345 arrives. */
    ticket(ticketNo: string, more: Body = {}): Promise<string> {
      const body = {
        projectId: "project-1",
        sourceId: key(),
        matter: "电梯停运三天，老人无法下楼。",
        classCode: "1.2.2",
        complainant: { name: "王示例", phone: "13800000501" },
        location: { building: "3", unit: "1", room: "501" },
        external: { system: "12345", ticketNo, unit: "示例街道", dueAt: at("2026-03-06 17:00") },
        ...more,
      };
      return api
        .channels("POST /channels/government/complaints", { headers: withKey("key-of-everything"), body })
        .then(arrived);
    },
    /** Somebody of the staff writes down what came in some other way. */
    written(body: Body, person: Person = people.clerk): Promise<string> {
      return api
        .staff("POST /complaints", {
          headers: { ...as(person), "idempotency-key": key() },
          body: { projectId: "project-1", ...body },
        })
        .then(arrived);
    },
    /** The answer to a command, whatever it is. */
    async try(
      id: string,
      command: string,
      body: Body = {},
      person: Person = people.supervisor,
    ): Promise<Answered> {
      return asked(`/complaints/${id}/commands/${command}`, known((await shown(id)).version), body, person);
    },
    /** A command that must be carried out. */
    async do(id: string, command: string, body: Body = {}, person: Person = people.supervisor) {
      const answer = await asked(
        `/complaints/${id}/commands/${command}`,
        known((await shown(id)).version),
        body,
        person,
      );
      if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${answer.text}`);
      return answer.json;
    },
    /** A command for the only group, whatever comes of it. */
    async tryAll(command: string, body: Body = {}, person: Person = people.supervisor): Promise<Answered> {
      const { identity, version } = onlyGroup(api);
      return asked(`/groups/${identity.id}/commands/${command}`, version, body, person);
    },
    /** A command for the only group that no member may refuse. */
    async all(command: string, body: Body = {}, person: Person = people.supervisor) {
      const { identity, version } = onlyGroup(api);
      const { status, json, text } = await asked(
        `/groups/${identity.id}/commands/${command}`,
        version,
        body,
        person,
      );
      if (status !== 200 || json.results.some((one: { outcome: string }) => one.outcome === "refused"))
        throw new Error(`${command}: ${status} ${text}`);
      return json;
    },
    async group(person: Person = people.supervisor) {
      return (await api.staff(`GET /groups/${onlyGroup(api).identity.id}`, { headers: as(person) })).json;
    },
    /** The clock on the wall moves on to this time; whatever falls due in between happens. */
    until: (time: string) => api.run(at(time)),
    /** The running clocks with their time: `result 2026-03-05 18:00`. */
    async waitsFor(id: string): Promise<string[]> {
      const { json } = await api.staff(`GET /complaints/${id}/clocks`, { headers: as(people.supervisor) });
      return json.clocks
        .filter(({ stoppedAt }: { stoppedAt?: string }) => stoppedAt === undefined)
        .map((clock: { name: string; key?: string; dueAt: Instant }) => `${clock.name} ${local(clock.dueAt)}`)
        .toSorted();
    },
    /** Who was told by escalation about this complaint, or as a member of its group: `10:12 firstReply manager`. */
    async escalated(id: string, name?: string): Promise<string[]> {
      const own = await api.staff(`GET /complaints/${id}/history`, { headers: as(people.supervisor) });
      const groups = await Promise.all(
        [...api.groups.items.values()].map(({ identity }) =>
          api.staff(`GET /groups/${identity.id}/history`, { headers: as(people.supervisor) }),
        ),
      );
      return [own, ...groups]
        .flatMap(({ json }): Happened[] => json.events)
        .filter(({ type, facts }) => type === "rungDecided" && (name === undefined || facts.name === name))
        .flatMap(({ occurredAt, facts }) =>
          facts.recipients.map(({ post }) => `${local(occurredAt).slice(5)} ${facts.name} ${post}`),
        )
        .toSorted();
    },
  };
}

export type Office = ReturnType<typeof office>;
