import type { IntakeRequest } from "../../../../lib/app/intake/intake-request.ts";
import type { PlainCommand } from "../../../../lib/app/ports/plain-command.ts";
import { type ClassCode, classCodes } from "../../../../lib/domain/classification/classes.ts";
import { type Channel, channelNames } from "../../../../lib/domain/classification/sources.ts";
import { causeFactors } from "../../../../lib/domain/complaint/events.ts";
import type { Kind, Said, Validity } from "./account.ts";
import type { Chance } from "./chance.ts";
import { offsetOf, projectIds, type staff } from "./company.ts";
import { merged, type TicketLife, ticketActs, ticketAtFirst } from "./tickets.ts";
import { instant, local, plus, workedDays, workingDaysAfter } from "./working-days.ts";

/** One thing that somebody does with a complaint, and what the clerk's paper says of it if the desk takes it. */
export interface Act {
  readonly at: string;
  readonly command: PlainCommand;
  readonly by: keyof typeof staff;
  /** When it happened, if before it was entered. */
  readonly happened?: string;
  readonly said?: (standing: Standing) => Said | undefined;
  /** The life that the command names. */
  readonly into?: Life;
}

/** What the paper says just before. */
export interface Standing {
  readonly dueAt: string;
  readonly done: string | undefined;
  /** Its platform has handed it back. */
  readonly handedBack: boolean;
  /** It waits for somebody else since then. */
  readonly pausedSince?: string;
}

/** A complaint that comes in, with all that shall be done with it. */
export interface Life {
  readonly entered: string;
  readonly request: Partial<IntakeRequest> & { readonly projectId: string; readonly receivedAt: string };
  readonly said: Said;
  readonly acts: readonly Act[];
}

/** What neighbours complain of together, each in another house. */
export const crowdCodes: readonly ClassCode[] = ["1.2.2", "1.4.1", "1.3.4"];
const ownCodes = classCodes.filter((code) => !crowdCodes.includes(code));

/** When it was received: often in the last or first seconds of a month, of the project's own clock. */
function received(chance: Chance, projectId: string): string {
  const offset = offsetOf(projectId);
  if (chance.happens(0.15)) {
    const month = chance.whole(2, 6);
    const edge = instant(`2026-0${month}-01T00:00:00.000`, offset);
    return new Date(Date.parse(edge) + chance.of([-1, 0, 1, -1000, -90_000, 90_000])).toISOString();
  }
  return plus("2026-01-02T00:00:00.000Z", chance.next() * 24 * 179);
}

/** As people write their number into a sentence. */
function spelled(chance: Chance, phone: string): string {
  const [first, middle, last] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  return chance.of([
    phone,
    `${first}-${middle}-${last}`,
    `${first} ${middle} ${last}`,
    `+86 ${phone}`,
    `：${phone}。`,
  ]);
}

/** The lives of so many complaints from January to June 2026; every third ticket is sent by its household once more. */
export function lives(chance: Chance, count: number): Life[] {
  return Array.from({ length: count }, (_, index) => life(chance, index)).flatMap((one, index) =>
    one.said.ticket !== undefined && chance.happens(0.3) ? [one, again(chance, one, index)] : [one],
  );
}

/** What is decided of a life before it begins. */
interface Fixed {
  readonly projectId: string;
  readonly receivedAt: string;
  readonly entered: string;
  readonly kind: Kind;
  readonly government: boolean;
  readonly classCode: ClassCode | undefined;
  readonly building: string;
  readonly room: string;
  readonly phone: string;
}

function drawn(chance: Chance, index: number): Fixed {
  const projectId = chance.of(projectIds);
  const receivedAt = received(chance, projectId);
  const late = chance.of([0, 0, 0, 0, 0.05, 2, 30, 24 * 9, 24 * 40, 24 * 85]);
  let entered = plus(receivedAt, late + chance.next() * 0.01);
  // The fifth project takes up its desk on 1 April, and enters what has come in since February.
  if (projectId === "p5" && entered < "2026-04-01") {
    entered = plus("2026-04-01T01:00:00.000Z", chance.next() * 24 * 8);
    if (receivedAt < plus(entered, -24 * 89)) return drawn(chance, index);
  }
  const government = chance.happens(0.15);
  return {
    projectId,
    receivedAt,
    entered,
    government,
    kind: government || chance.happens(2 / 3) ? "complaint" : chance.of<Kind>(["repair", "opinion", "help"]),
    classCode: chance.happens(0.6) ? chance.of(ownCodes) : undefined,
    building: String(chance.whole(1, 9)),
    room: `${chance.whole(1, 20)}0${chance.whole(1, 4)}`,
    phone: `139${String(index).padStart(8, "0")}`,
  };
}

/** One household's second ticket of a matter, which goes on with the first. */
function again(chance: Chance, first: Life, index: number): Life {
  const { projectId, receivedAt, complainant, location } = first.request;
  const next = plus(receivedAt, 1 + chance.next() * 24 * 10);
  const entered = plus(next > first.entered ? next : first.entered, chance.next());
  const second = life(chance, 10_000 + index, {
    projectId,
    receivedAt: next,
    entered,
    government: true,
    kind: "complaint",
    classCode: first.request.classCode,
    building: location?.building ?? "",
    room: location?.room ?? "",
    phone: complainant?.phone ?? "",
  });
  return { ...second, acts: [...second.acts, merged(first, plus(entered, 0.1 + chance.next() * 24 * 6))] };
}

/** One life; `fixed` is what others have decided of it. */
export function life(chance: Chance, index: number, fixed = drawn(chance, index)): Life {
  const { projectId, receivedAt, entered, government, kind, classCode, building, room, phone } = fixed;
  const channel: Channel = government
    ? "government"
    : chance.of(channelNames.filter((name) => name !== "government"));
  const intake = government
    ? "government"
    : chance.of(["project", "project", "project", "company", "group"] as const);
  const urgent = !government && chance.happens(0.08);
  const ticketDue = plus(receivedAt, chance.whole(20, 300));
  const offset = offsetOf(projectId);
  const limit = urgent ? plus(receivedAt, 24) : workingDaysAfter(receivedAt, 3, offset);
  const ticket: TicketLife = { receivedAt, entered, dueAt: ticketDue, offset, limit };
  const dueAt = government && ticketDue < limit ? ticketDue : limit;
  return {
    entered,
    request: {
      projectId,
      receivedAt,
      sourceId: `source-${index}`,
      body: `body-${index}`,
      channel,
      intake,
      recordKind: kind,
      ...(urgent ? { urgency: "urgent" as const } : {}),
      matter: `第${index}件事，${building}号楼1单元${room}室王建国报，请回电${spelled(chance, phone)}`,
      complainant: { name: "王建国", phone },
      location: { area: "一期", building, unit: "1", room },
      ...({ classCode } as { classCode?: ClassCode }),
      ...(government
        ? { external: { system: "12345", ticketNo: `T${index}`, unit: "街道", dueAt: ticketDue } }
        : {}),
    },
    said: {
      kind,
      dueAt,
      ...(classCode === undefined ? {} : { classCode }),
      ...(government ? { ticket: ticketAtFirst(ticket) } : {}),
    },
    acts: [
      ...acts(chance, { entered, receivedAt, projectId, kind, urgent, government }),
      ...(government ? ticketActs(chance, ticket) : []),
    ],
  };
}

interface Circumstances {
  readonly entered: string;
  readonly receivedAt: string;
  readonly projectId: string;
  readonly kind: Kind;
  readonly urgent: boolean;
  readonly government: boolean;
}

function acts(chance: Chance, of: Circumstances): Act[] {
  const { entered } = of;
  const made: Act[] = [];
  const later = (days: number) => plus(entered, 0.1 + chance.next() * 24 * days);
  if (chance.happens(0.6)) made.push(classified(chance, later(4), of));
  if (chance.happens(0.15)) made.push(classified(chance, later(50), of));
  if (chance.happens(0.75)) made.push(judged(chance, later(6)));
  if (chance.happens(0.12)) made.push(judged(chance, later(60)));
  if (chance.happens(0.05)) made.push(left("withdraw", later(50)));
  if (chance.happens(0.03)) made.push(left("refer", later(30)));
  if (of.kind !== "complaint" ? chance.happens(0.4) : chance.happens(0.03))
    made.push(converted(chance, later(15), of.kind));
  if (chance.happens(0.08)) {
    const text = "当场解释";
    const at = later(2);
    made.push({ at, by: "clerk", command: { type: "register-and-close", text }, said: () => ({ done: at }) });
  }
  if (chance.happens(0.9)) made.push(...handled(chance, later(2), of));
  return made;
}

function classified(chance: Chance, at: string, { kind }: Circumstances): Act {
  const classCode = chance.of(ownCodes);
  const level = kind === "complaint" ? chance.of(["A", "B", "C", "C", "C"] as const) : undefined;
  const causeFactor = chance.happens(0.7) ? chance.of(causeFactors) : undefined;
  const more = {
    ...(level === undefined ? {} : { level }),
    ...(causeFactor === undefined ? {} : { causeFactor }),
  };
  const cause = causeFactor === undefined ? {} : { cause: causeFactor };
  return {
    at,
    by: "supervisor",
    command: { type: "classify", classCode, ...more },
    said: () => ({ classCode, ...(level === undefined ? {} : { level }), ...cause }),
  };
}

function judged(chance: Chance, at: string): Act {
  const validity = chance.of<Validity>(["valid", "valid", "valid", "assisted", "invalid"]);
  return {
    at,
    by: "supervisor",
    command: { type: "judge", validity, reason: "说明" },
    said: () => ({ validity }),
  };
}

function left(type: "withdraw" | "refer", at: string): Act {
  const ended = type === "withdraw" ? "withdrawn" : "referred";
  return { at, by: "manager", command: { type, reason: "说明" }, said: () => ({ ended }) };
}

function converted(chance: Chance, at: string, kind: Kind): Act {
  const recordKind = kind === "complaint" ? chance.of<Kind>(["repair", "help"]) : "complaint";
  const command = { type: "convert", recordKind, reason: "说明" } as const;
  return { at, by: "supervisor", command, said: () => ({ kind: recordKind }) };
}

/** Assigned, perhaps planned, extended or paused; the result, the follow-up, and the whole again after 返单. */
function handled(chance: Chance, assignedAt: string, of: Circumstances): Act[] {
  const { urgent, government, projectId } = of;
  const assign = { type: "assign", departmentId: "engineering" } as const;
  const made: Act[] = [{ at: assignedAt, by: "supervisor", command: assign }];
  const way = urgent || government ? 0 : chance.next();
  if (way > 0.85) made.push(...planned(chance, assignedAt));
  else if (way > 0.75) made.push(extended(chance, assignedAt));
  else if (way > 0.65) made.push(...paused(chance, assignedAt, projectId));
  if (chance.happens(0.2)) return made;
  const told = plus(assignedAt, chance.of([0.2, 20, 40, 60, 100, 300, 900]) * (0.5 + chance.next()));
  made.push(...finished(chance, told, of));
  if (chance.happens(0.15)) {
    const again = plus(told, 24 * (1 + chance.next() * 20));
    made.push({
      at: again,
      by: "projectManager",
      command: { type: "reopen", reason: "未修好" },
      said: () => ({ done: null }),
    });
    if (chance.happens(0.6)) made.push(...finished(chance, plus(again, chance.next() * 24 * 30), of));
  }
  return made;
}

function planned(chance: Chance, from: string): Act[] {
  const nodes = [1, 2].map((n) => ({ dueAt: plus(from, 24 * (4 * n + chance.next() * 10)), text: "节点" }));
  const last =
    nodes
      .map(({ dueAt }) => dueAt)
      .sort()
      .at(-1) ?? "";
  const written = plus(from, 0.1 + chance.next() * 24);
  const approved = plus(written, 0.1 + chance.next() * 40);
  const agreed = plus(approved, 0.1 + chance.next() * 40);
  const write = { kind: "write", text: "方案", nodes } as const;
  return [
    { at: written, by: "handler", command: { type: "plan", act: write } },
    { at: approved, by: "projectManager", command: { type: "plan", act: { kind: "approve" } } },
    {
      at: agreed,
      by: "handler",
      command: { type: "plan", act: { kind: "agree", via: "phone" } },
      // D1: only a plan that is settled before the first limit moves it.
      said: ({ dueAt }) => (agreed <= dueAt ? { dueAt: last } : undefined),
    },
  ];
}

function extended(chance: Chance, from: string): Act {
  const at = plus(from, 1 + chance.next() * 60);
  const dueAt = plus(at, 24 * (3 + chance.next() * 12));
  const command = { type: "extend", clock: "result", dueAt, reason: "等配件" } as const;
  return { at, by: "projectManager", command, said: () => ({ dueAt }) };
}

/** From ten to ten o'clock of working days: it stands still for whole working days. */
function paused(chance: Chance, from: string, projectId: string): Act[] {
  const offset = offsetOf(projectId);
  const morning = (after: string, count: number) =>
    instant(local(workingDaysAfter(after, count, offset), offset).replace(/T.*/, "T10:00:00.000"), offset);
  const at = morning(from, 1);
  const count = chance.whole(1, 6);
  const until = morning(at, count);
  const pause = { type: "pause", reason: "owner-appointment" } as const;
  return [
    { at, by: "projectManager", command: pause, said: () => ({ paused: true }) },
    {
      at: until,
      by: "projectManager",
      command: { type: "resume" },
      said: (standing) => moved(standing, until, offset),
    },
  ];
}

/** The limit moves by the working days that it stood still, from half a day on. */
export function moved({ dueAt, pausedSince }: Standing, until: string, offset: number): Said {
  if (pausedSince === undefined || pausedSince >= dueAt || until <= pausedSince) return {};
  const days = workedDays(pausedSince, until, offset);
  return days === 0 ? {} : { dueAt: workingDaysAfter(dueAt, days, offset) };
}

/** The result, told earlier than it was entered now and then; then the follow-up, in vain at first or not. */
function finished(chance: Chance, at: string, { receivedAt, projectId }: Circumstances): Act[] {
  const back = chance.of([0, 0, 0, 10, 40, 200]);
  const early = plus(at, -back);
  const happened = back === 0 || early < receivedAt ? at : early;
  const occurred = happened === at ? {} : { occurredAt: happened };
  const command = { type: "resolve", via: "phone", text: "已修复", ...occurred } as const;
  // What was told while it stood still ends the standstill.
  const said = (standing: Standing) => ({
    ...moved(standing, happened, offsetOf(projectId)),
    done: happened,
  });
  const made: Act[] = [{ at, by: "handler", command, happened, said }];
  let call = at;
  for (let left = chance.whole(0, 3); left > 0; left -= 1) {
    call = plus(call, 1 + chance.next() * 100);
    if (chance.happens(0.4)) {
      made.push({
        at: call,
        by: "clerk",
        command: { type: "follow-up", outcome: "no-answer" },
        said: () => ({ asked: {} }),
      });
      continue;
    }
    const grade = chance.whole(1, 5);
    const asked = { type: "follow-up", outcome: "reached", grade, reason: "说明" } as const;
    made.push({ at: call, by: "clerk", command: asked, said: () => ({ asked: { grade } }) });
  }
  return made;
}
