import { hasPendingReactions } from "../../domain/complaint/document.ts";
import { groupingCode } from "../../domain/groups/candidate.ts";
import { type Group, standsFirm } from "../../domain/groups/group.ts";
import { GROUP_COMMAND, groupNotices } from "../../domain/groups/reactions.ts";
import { plannedNotice } from "../../domain/notices/notice.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { change } from "../complaints/change.ts";
import { arm } from "../documents/arm.ts";
import { byFirstWayOfStaff, noticePolicyFor } from "../notices/ways.ts";
import type { Ports } from "../ports/index.ts";
import { isProblem } from "../problems/problem.ts";
import { decided, type GroupPorts } from "./change.ts";

type GroupReactPorts = GroupPorts &
  Pick<Ports, "notices" | "noticeQueue" | "alarmQueue" | "reactQueue" | "timers" | "telemetry" | "adapters">;

const MAX_RACES = 10;
/** So many members are written at once. */
const AT_ONCE = 8;
const timer = { kind: "timer" } as const;

/**
 * Makes the world match the group's document: messages, members that must know that they joined or left, the timer;
 * then clears them in one conditional write. May run twice, late or out of order.
 */
export async function reactToGroup(ports: GroupReactPorts, id: string): Promise<void> {
  let group = await ports.groups.load(id);
  for (let race = 0; race < MAX_RACES; race += 1) {
    if (group === undefined || !hasPendingReactions(group)) return;
    await handOverMessages(ports, group);
    const cleared = { ...group, outbox: [] };
    const settled = await decided(ports, cleared, {
      command: { type: "settle", ...(await tellMembers(ports, group)) },
      by: timer,
      commandId: `settle:${group.revision}`,
      request: "",
    });
    if (isProblem(settled)) throw new Error(`group ${id} could not settle: ${settled.problem}`);
    const armed = await arm(ports, settled, {
      name: (epoch) => `g-${id}-${epoch}`,
      message: (epoch) => ({ kind: "group", id, epoch }),
      again: { groupId: id },
    });
    // Throttled, and nothing else to record: a write would only bring the next message at once.
    const isSame = group.outbox.length === 0 && settled.events.length === group.events.length;
    if (armed === settled.armed && isSame) return;
    const { conflict } = await ports.groups.replace(
      {
        ...settled,
        armed,
        revision: group.revision + 1,
        writtenAt: toInstant(ports.clock.now()),
      },
      group.revision,
    );
    if (conflict === undefined) return;
    // Somebody wrote meanwhile. What was handed over is known by its keys, so doing it again does no harm.
    group = conflict;
  }
  throw new Error(`group ${id} changed ${MAX_RACES} times while its reactions were handed over`);
}

async function handOverMessages(ports: GroupReactPorts, group: Group): Promise<void> {
  if (group.outbox.length === 0) return;
  const now = toInstant(ports.clock.now());
  const policy = await noticePolicyFor(ports, group.identity);
  for (const event of group.events) {
    if (!group.outbox.includes(event.seq)) continue;
    for (const planned of groupNotices(event, group)) {
      const plan = await byFirstWayOfStaff(ports, planned, group.level === "B", policy);
      const notice = plannedNotice(plan, now);
      await ports.notices.plan(notice);
      await ports.noticeQueue.send(ports.notices.refOf(notice));
    }
  }
}

/** Tells the documents of those who join and leave; who cannot join any more is dropped. */
async function tellMembers(
  ports: GroupReactPorts,
  group: Group,
): Promise<{ readonly joined: readonly string[]; readonly dropped: readonly string[] }> {
  const members = new Set(group.members.map(({ complaintId }) => complaintId));
  const leaving = group.leaving.filter(
    (complaintId) => !members.has(complaintId) || group.status === "dissolved",
  );
  await inBatches(leaving, (complaintId) => leave(ports, group, complaintId));
  if (!standsFirm(group)) return { joined: [], dropped: [] };
  const waiting = group.members.filter(({ joined }) => !joined).map(({ complaintId }) => complaintId);
  const told = await inBatches(waiting, async (complaintId) => ({
    complaintId,
    joined: await join(ports, group, complaintId),
  }));
  const ids = (joined: boolean) => told.filter((one) => one.joined === joined).map((one) => one.complaintId);
  return { joined: ids(true), dropped: ids(false) };
}

async function join(ports: GroupReactPorts, group: Group, complaintId: string): Promise<boolean> {
  const complaint = await ports.complaints.load(complaintId);
  if (complaint === undefined || groupingCode(complaint) !== group.identity.code) return false;
  const result = await change(ports, complaint, {
    command: { type: "join-group", groupId: group.identity.id, level: group.level },
    by: timer,
    commandId: commandId(group, "join"),
    request: "",
  });
  if (isProblem(result) && result.problem === "busy") throw new Error(`${complaintId} is busy`);
  return !isProblem(result);
}

async function leave(ports: GroupReactPorts, group: Group, complaintId: string): Promise<void> {
  const complaint = await ports.complaints.load(complaintId);
  if (complaint === undefined) return;
  const result = await change(ports, complaint, {
    command: { type: "leave-group", groupId: group.identity.id },
    by: timer,
    commandId: commandId(group, "leave"),
    request: "",
  });
  if (isProblem(result)) throw new Error(`${complaintId} could not leave its group: ${result.problem}`);
}

/** Another id for each state of the group: a complaint may join, leave and join again. */
function commandId({ identity, revision }: Group, what: "join" | "leave"): string {
  return `${GROUP_COMMAND}${identity.id}:${what}:${revision}`;
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
