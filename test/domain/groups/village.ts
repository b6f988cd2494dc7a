import fc from "fast-check";
import { seal } from "../../../lib/app/complaints/seal.ts";
import { sealGroup } from "../../../lib/app/groups/seal.ts";
import { clockId } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Registration } from "../../../lib/domain/complaint/events.ts";
import type { GroupCommand } from "../../../lib/domain/groups/commands/index.ts";
import { decideGroup } from "../../../lib/domain/groups/decide.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { concernsGroups } from "../../../lib/domain/groups/reactions.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { togetherMinutesOf } from "../../../lib/domain/policy/group-policy.ts";
import { wholeOf } from "../../../lib/domain/policy/rung-id.ts";
import { type Instant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { contextAt, personal, plain, supervisor, timer } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { candidates, fromRoom, groupContext, identity, monday } from "./life.ts";

export type Step =
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "come"; readonly facts: Partial<Registration>; readonly replyIn: number | undefined }
  | { readonly do: "confirm" }
  | { readonly do: "leave"; readonly who: number }
  | { readonly do: "act"; readonly who: number; readonly what: Act }
  | { readonly do: "all"; readonly what: Act };
type Act =
  | "reply"
  | "assign"
  | "classify-a"
  | "danger"
  | "pause"
  | "resume"
  | "extend"
  | "resolve"
  | "plan"
  | "withdraw";

function commandFor(
  what: Act,
  now: Instant,
  limit: number,
): { command: Command; posts?: readonly ["project-manager"] } {
  switch (what) {
    case "assign":
      return {
        command: { type: "assign", departmentId: "engineering", limitAt: plusSeconds(now, limit * 3600) },
      };
    case "classify-a":
      return { command: { type: "classify", classCode: identity.code, level: "A" } };
    case "danger":
      return { command: { type: "classify", classCode: identity.code, level: "C", safety: true } };
    case "pause":
    case "resume":
      return { command: plain[what](), posts: ["project-manager"] };
    case "extend":
      return {
        command: {
          type: "extend",
          clock: "result",
          dueAt: plusSeconds(now, limit * 7200),
          reason: personal("等配件"),
        },
        posts: ["project-manager"],
      };
    default:
      return { command: plain[what]() };
  }
}

/**
 * A household as it is handled in the group, and its twin that never joins. Timers of both come on time; the rest is
 * what the application does: members are told, and what moves on a member moves in its group.
 */
class Village {
  now = monday;
  group: Group | undefined;
  readonly members = new Map<string, Complaint>();
  readonly twins = new Map<string, Complaint>();
  #ids = 0;
  /** What the members have been told of the group. */
  #told = "";

  come(facts: Partial<Registration>, replyIn: number | undefined): void {
    const room = `${100 + this.members.size}`;
    const asked = replyIn === undefined ? {} : { requestedReplyAt: plusSeconds(this.now, replyIn * 60) };
    const complaint = fromRoom(room, { ...facts, ...asked }, this.now);
    const { id } = complaint.registration;
    this.members.set(id, complaint);
    this.twins.set(id, complaint);
    this.#timers(this.now);
    const newcomer = this.#of(id);
    if (this.group !== undefined) {
      this.#group({ type: "add-members", members: candidates([newcomer]), joined: false }, [id]);
    } else if (this.members.size >= 5) {
      const members = candidates(
        [...this.members.values()].filter(({ status }) => status === "registered" || status === "handling"),
      );
      this.#group({ type: "propose", identity, members, barred: [] }, []);
    }
    this.#tell();
  }

  confirm(): void {
    if (this.group === undefined) return;
    this.#group({ type: "confirm" }, this.#all());
    this.#tell();
  }

  leave(who: number): void {
    const id = this.#id(who);
    if (this.group === undefined || this.members.get(id)?.group === undefined) return;
    this.#member(id, { type: "leave-group", groupId: identity.id });
    this.#group({ type: "remove-member", complaintId: id, barred: true }, this.#all());
    this.#tell();
  }

  act(id: string, what: Act, limit: number, byGroup = false): void {
    const { command, posts } = commandFor(what, this.now, limit);
    const more = posts === undefined ? {} : { posts };
    const before = this.#of(id);
    const twin = this.#decided(this.twins.get(id), command, more);
    if (twin !== undefined) this.twins.set(id, twin);
    this.#member(id, command, more);
    const news = this.#of(id).events.slice(before.events.length);
    if (!byGroup && news.some((event) => concernsGroups(event, this.#of(id)))) this.#fireGroup();
  }

  all(what: Act, limit: number): void {
    for (const id of this.members.keys()) this.act(id, what, limit, true);
    this.#fireGroup();
  }

  id(who: number): string {
    return this.#id(who);
  }

  /** Time passes, and every timer comes when it is due, the earliest first. */
  wait(minutes: number): void {
    this.#timers(plusSeconds(this.now, minutes * 60));
  }

  #timers(until: Instant): void {
    for (let left = 10_000; left > 0; left -= 1) {
      const due = [
        ...this.members.values(),
        ...this.twins.values(),
        ...(this.group === undefined ? [] : [this.group]),
      ]
        .flatMap(({ alarm }) => (alarm.at === undefined ? [] : [alarm.at]))
        .toSorted()[0];
      if (due === undefined || due > until) {
        this.now = until;
        return;
      }
      if (due > this.now) this.now = due;
      this.#fire();
    }
    throw new Error("timers never end");
  }

  #fire(): void {
    const isDue = (at: Instant | undefined) => at !== undefined && at <= this.now;
    for (const [id, twin] of this.twins) {
      if (isDue(twin.alarm.at))
        this.twins.set(id, this.#decided(twin, { type: "fire-rungs" }, { by: timer }) ?? twin);
    }
    for (const [id, member] of this.members) {
      if (!isDue(member.alarm.at)) continue;
      this.#member(id, { type: "fire-rungs" }, { by: timer });
      const news = this.#of(id).events.slice(member.events.length);
      if (news.some((event) => concernsGroups(event, this.#of(id)))) this.#fireGroup();
    }
    if (this.group !== undefined && isDue(this.group.alarm.at)) this.#fireGroup();
    this.#tell();
  }

  #fireGroup(): void {
    if (this.group !== undefined) this.#group({ type: "fire" }, this.#all());
  }

  #tell(): void {
    const { group } = this;
    if (group === undefined || (group.status !== "confirmed" && group.status !== "resolved")) return;
    const said = `${group.level} ${group.planned === true}`;
    if (said === this.#told && group.members.every(({ joined }) => joined)) return;
    this.#told = said;
    const joined = group.members.filter((member) => {
      const before = this.#of(member.complaintId);
      this.#member(
        member.complaintId,
        {
          type: "join-group",
          groupId: identity.id,
          level: group.level,
          ...(group.planned === true ? { planned: true as const } : {}),
        },
        { by: timer },
      );
      return !member.joined || this.#of(member.complaintId) !== before;
    });
    const ids = joined.map(({ complaintId }) => complaintId);
    this.#group({ type: "settle", joined: ids, dropped: [] }, ids);
  }

  #member(id: string, command: Command, more: Parameters<typeof contextAt>[1] = {}): void {
    const next = this.#decided(this.members.get(id), command, more);
    if (next !== undefined) this.members.set(id, next);
  }

  #decided(
    complaint: Complaint | undefined,
    command: Command,
    more: Parameters<typeof contextAt>[1],
  ): Complaint | undefined {
    const context = contextAt(this.now, more);
    const decision = decide(complaint, command, context);
    if ("refused" in decision || decision.drafts.length === 0) return complaint;
    return seal(complaint, decision.drafts, this.#recording(context.by), sha256);
  }

  #group(command: GroupCommand, read: readonly string[]): void {
    const members = read.map((id) => this.#of(id));
    const decision = decideGroup(this.group, command, groupContext(this.now, { members }));
    if ("refused" in decision || decision.drafts.length === 0) return;
    this.group = sealGroup(this.group, decision.drafts, this.#recording(supervisor), sha256, () => false);
  }

  #recording(by: Parameters<typeof seal>[2]["by"]) {
    this.#ids += 1;
    return { recordedAt: this.now, by, commandId: `c${this.#ids}`, request: "" };
  }

  #of(id: string): Complaint {
    const found = this.members.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  }

  #id(who: number): string {
    const ids = [...this.members.keys()];
    return ids[who % ids.length] ?? "";
  }

  #all(): string[] {
    return this.group?.members.map(({ complaintId }) => complaintId) ?? [];
  }
}

interface Ring {
  readonly clock: string;
  readonly name: string;
  readonly rung: string;
  readonly at: Instant;
  readonly half: string | undefined;
}

function rings({ events }: Pick<Complaint | Group, "events">): Ring[] {
  return events.flatMap(({ fact, occurredAt: at }) =>
    fact.type === "rungDecided"
      ? [{ clock: clockId(fact), name: fact.name, rung: wholeOf(fact.rung), at, half: fact.audience }]
      : [],
  );
}

/** The rung without the number of the extension after which it fires anew: a member whose group rang has no first one. */
const ruleOf = ({ rung }: Ring) => rung.replace(/\+\d+$/, "");
const isSame = (a: Ring, b: Ring) => a.clock === b.clock && a.rung === b.rung;

/**
 * What has to be heard of a household alone, by when at the latest. A reminder that the night brings forward counts from
 * its own instant, for a B has no quiet hours; one that the night splits, with its later half.
 */
function owedAlone(twin: Complaint): { readonly ring: Ring; readonly from: Instant }[] {
  // A plan that a B owed before a pause stands still with it; alone it may begin only afterwards.
  const isPaused = twin.events.some(({ fact }) => fact.type === "clockPaused");
  const all = rings(twin).filter(({ name }) => name !== "plan" || !isPaused);
  return all
    .filter((ring, n) => ring.half !== "off-duty" || all.slice(0, n).some((one) => isSame(one, ring)))
    .filter((ring, _, kept) => kept.findLast((one) => isSame(one, ring)) === ring)
    .map((ring) => {
      const first = all.find((one) => isSame(one, ring)) ?? ring;
      // A B is called, planned for and reported earlier than what was no B, so those ladders stand elsewhere; else one
      // household speaks for its neighbours of the same half hour.
      const isSooner = ["followUp", "plan", "dailyReport"].includes(ring.name);
      const minutes = isSooner ? 30 * 1440 : togetherMinutesOf(builtInPolicy);
      return { ring, from: plusSeconds(first.at, -minutes * 60) };
    });
}

/** D11: at that moment another member's plan counted for this household, and nobody waited for its own. */
function isPlannedFor({ events }: Complaint, at: Instant): boolean {
  const last = events.findLast(
    ({ fact, occurredAt }) => occurredAt <= at && (fact.type === "joinedGroup" || fact.type === "leftGroup"),
  );
  return last?.fact.type === "joinedGroup" && last.fact.planned === true;
}

/** The same clock, or the plan's begun again when the group's plan counted no more. */
const ofClock = (a: Ring, b: Ring) => a.clock === b.clock || (a.name === "plan" && b.name === "plan");

/** What the twin heard and the household in the group did not, on time. */
export function missed(village: Village): string[] {
  const ofGroup = village.group === undefined ? [] : rings(village.group);
  return [...village.twins].flatMap(([id, twin]) => {
    const member = village.members.get(id) ?? twin;
    const own = rings(member);
    return owedAlone(twin)
      .filter(({ ring }) => ring.name !== "plan" || !isPlannedFor(member, ring.at))
      .filter(({ ring, from }) => {
        const heard = ({ name, at, ...more }: Ring) =>
          name === ring.name && ruleOf({ name, at, ...more }) === ruleOf(ring) && at >= from && at <= ring.at;
        return !ofGroup.some(heard) && !own.some((one) => ofClock(one, ring) && heard(one));
      })
      .map(({ ring }) => `${id} ${ring.clock} ${ring.rung} ${ring.at}`);
  });
}

const act = fc.constantFrom<Act>(
  "reply",
  "assign",
  "classify-a",
  "danger",
  "pause",
  "resume",
  "extend",
  "resolve",
  "plan",
  "withdraw",
);
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 3000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("come" as const),
      facts: fc.record({
        safety: fc.boolean(),
        recordKind: fc.constantFrom("complaint" as const, "complaint" as const, "opinion" as const),
      }),
      replyIn: fc.option(fc.integer({ min: 20, max: 2000 }), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "confirm" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), who: fc.nat(9) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("act" as const), who: fc.nat(9), what: act }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("all" as const), what: act }) },
);

export function lived(steps: readonly Step[], limit: number): Village {
  const village = new Village();
  for (let n = 0; n < 4; n += 1) {
    village.come({}, undefined);
    village.wait(7);
  }
  for (const one of steps) {
    switch (one.do) {
      case "wait":
        village.wait(one.minutes);
        break;
      case "come":
        village.come(one.facts, one.replyIn);
        break;
      case "confirm":
        village.confirm();
        break;
      case "leave":
        village.leave(one.who);
        break;
      case "act":
        village.act(village.id(one.who), one.what, limit);
        break;
      case "all":
        village.all(one.what, limit);
        break;
    }
  }
  village.wait(5 * 24 * 60);
  return village;
}
