import type { CompanyFile, CompanyLedgerEntry } from "../../lib/contracts/company-file.ts";
import type { Project } from "../../lib/domain/organisation/organisation.ts";
import { defined } from "../../lib/domain/present.ts";
import { type Complainant, complainant } from "./complainants.ts";
import { course } from "./course.ts";
import { scriptedEvents } from "./events.ts";
import { extras } from "./extras.ts";
import { hour, iso, local, onTheMark } from "./hours.ts";
import { scriptedLedger } from "./ledger.ts";
import { complaintMatters, opinionMatters, repairMatters, safetyMatters } from "./matters.ts";
import { type Random, seeded } from "./random.ts";
import { boxRounds } from "./rounds.ts";
import type { Body, Delivery, MailStyle, Script, ScriptedComplaint, ScriptedRound } from "./script.ts";
import { departmentFor, staffOf } from "./staff.ts";
import { scriptedTickets } from "./tickets.ts";

export interface ScriptOptions {
  readonly seed: number;
  /** Complaints of the four channels; the ledger's rows come on top. */
  readonly complaints: number;
  /** The first day of October that is played; 1 is the whole month. */
  readonly firstDay: number;
}

const channels = [
  ["phone", 42],
  ["web", 24],
  ["email", 20],
  ["mailbox", 14],
] as const;
type DemoChannel = (typeof channels)[number][0];
const projectWeights = [60, 12, 28];

/** Writes the month's script. The same options and company give the same script. */
export function writeScript(
  { seed, complaints: wanted, firstDay }: ScriptOptions,
  company: CompanyFile,
  ledger: readonly CompanyLedgerEntry[],
): Script {
  const random = seeded(seed);
  const rows = ledger.filter(({ date }) => Number(date.slice(-2)) >= firstDay);
  const rounds = boxRounds(company.projects, firstDay, random);
  const complaints = Array.from({ length: wanted }, (_, index) =>
    scripted(index + 1, firstDay, company, rounds, random),
  );
  const all = [
    ...complaints,
    ...scriptedLedger(rows, company, random),
    ...scriptedTickets(company, firstDay),
  ];
  // The first of October begins after the monthly run of 02:00, so that the month has one run: its own.
  const bounds = { start: local(firstDay, "06:00"), end: local(1, "00:00", "2026-11") };
  const inTime = all.map((one) => {
    // With danger nobody waits for the hour.
    const atOnce = one.urgent ? one.receivedAt + hour : one.receivedAt;
    const steps = one.steps.map((step) => ({ ...step, at: step.at < atOnce ? step.at : onTheMark(step.at) }));
    return { ...one, steps: steps.filter(({ at }) => at < bounds.end) };
  });
  return {
    seed,
    ...bounds,
    complaints: inTime,
    rounds,
    ...extras(inTime, company, random),
    events: scriptedEvents(company, firstDay),
  };
}

function scripted(
  n: number,
  firstDay: number,
  company: CompanyFile,
  rounds: readonly ScriptedRound[],
  random: Random,
): ScriptedComplaint {
  const channel: DemoChannel = random.weighted(channels);
  const round = channel === "mailbox" ? random.pick(rounds) : undefined;
  const project = projectOf(round?.projectId, company.projects, random);
  const who = complainant(n, project.id, company.households, random);
  const { matter, recordKind, urgent } = what(channel, random);
  const receivedAt = round?.openedAt ?? instantOf(channel, firstDay, random);
  const anonymous = channel !== "email" && random.chance(channel === "phone" ? 0.02 : 0.15);
  const requestedReplyAt =
    channel === "phone" && !urgent && random.chance(0.08) ? receivedAt + random.int(5, 20) * hour : undefined;
  const headcount = recordKind === "complaint" && random.chance(0.02) ? random.int(5, 30) : undefined;
  const text = filled(matter.text, who, random);
  const told: Body = {
    matter: text,
    complainant: anonymous
      ? { anonymous: true }
      : {
          name: who.name,
          kind: who.kind,
          phone: who.phone,
          ...(channel === "web" ? { email: who.email } : {}),
        },
    ...(anonymous ? {} : { location: who.location }),
    // Some call the company itself (D14: 公司直接受理).
    ...((channel === "phone" || channel === "web") && random.chance(0.12) ? { intake: "company" } : {}),
    ...(recordKind === "complaint" ? {} : { recordKind }),
    ...defined({ headcount }),
    ...(matter.safety === undefined ? {} : { safety: true }),
    ...(urgent && matter.safety === undefined ? { urgency: "urgent" } : {}),
    ...(requestedReplyAt === undefined ? {} : { requestedReplyAt: iso(requestedReplyAt) }),
  };
  const key = `${channel}-${String(n).padStart(4, "0")}`;
  const via = anonymous ? "posted" : channel === "email" ? "email" : "phone";
  const sent = delivery({ key, channel, project, who, text, told, receivedAt, round }, random);
  const facts = {
    knownAt: sent.kind === "post" ? sent.at : (round?.postedAt ?? receivedAt),
    recordKind,
    urgent,
    classCode: matter.classCode,
    department: departmentFor(project, matter.department),
    trade: matter.department,
    via,
    // A mail tells neither phone nor room.
    told: anonymous || channel !== "email",
    ...defined({ headcount }),
  } as const;
  return {
    key,
    channel,
    projectId: project.id,
    receivedAt,
    recordKind,
    urgent,
    ...defined({ requestedReplyAt }),
    delivery: sent,
    steps: course(facts, staffOf(project, company.people), random),
  };
}

function projectOf(id: string | undefined, projects: readonly Project[], random: Random): Project {
  const found = projects.find((project) => project.id === id);
  return found ?? random.weighted(projects.map((project, i) => [project, projectWeights[i] ?? 1] as const));
}

/** Mails cannot say that they are no complaint, nor that they are urgent: the desk decides that. */
function what(channel: DemoChannel, random: Random) {
  const complaint = {
    matter: random.weighted(complaintMatters),
    recordKind: "complaint",
    urgent: false,
  } as const;
  if (channel === "email") return complaint;
  const kind = random.weighted([
    ["complaint", 83],
    ["safety", 5],
    ["urgent", 3],
    ["opinion", 4],
    ["repair", 5],
  ] as const);
  switch (kind) {
    case "complaint":
      return complaint;
    case "urgent":
      return { ...complaint, urgent: channel !== "mailbox" };
    case "safety":
      // Nobody puts a lift with people in it into a box.
      return channel === "mailbox"
        ? complaint
        : { ...complaint, matter: random.pick(safetyMatters), urgent: true };
    case "opinion":
      return { matter: random.pick(opinionMatters), recordKind: "opinion", urgent: false } as const;
    case "repair":
      return { matter: random.pick(repairMatters), recordKind: "repair", urgent: false } as const;
  }
}

function instantOf(channel: DemoChannel, firstDay: number, random: Random): number {
  const day = random.int(firstDay, 31);
  const daytime = channel === "phone" ? [8, 20] : [7, 22];
  const night = channel !== "phone" && random.chance(0.06) && day < 31;
  const at = night ? random.int(23, 23) : random.int(daytime[0] ?? 8, daytime[1] ?? 20);
  return local(day, "00:00") + at * hour + random.int(0, 3599) * 1000;
}

function filled(text: string, { location }: Complainant, random: Random): string {
  return text
    .replaceAll("{n}", String(random.int(2, 6)))
    .replaceAll("{b}", location.building)
    .replaceAll("号楼号楼", "号楼");
}

interface Sent {
  readonly key: string;
  readonly channel: DemoChannel;
  readonly project: Project;
  readonly who: Complainant;
  readonly text: string;
  readonly told: Body;
  readonly receivedAt: number;
  readonly round: ScriptedRound | undefined;
}

const styles: readonly (readonly [MailStyle, number])[] = [
  ["plain", 40],
  ["gbk", 25],
  ["html", 20],
  ["attachment", 15],
];

function delivery(sent: Sent, random: Random): Delivery {
  const { key, channel, project, who, text, told, receivedAt, round } = sent;
  switch (channel) {
    case "phone": {
      const channelData = {
        callId: `call-${key}`,
        caller: who.phone,
        callee: "4008000000",
        agent: `坐席${random.int(1, 6)}`,
        startedAt: iso(receivedAt),
      };
      const body = {
        projectId: project.id,
        sourceId: key,
        receivedAt: iso(receivedAt),
        ...told,
        channelData,
      };
      return { kind: "post", at: receivedAt + random.int(60, 280) * 1000, system: "call-centre", body };
    }
    case "web":
      return {
        kind: "post",
        at: receivedAt,
        system: "website",
        body: { projectId: project.id, sourceId: key, ...told },
      };
    case "mailbox":
      return { kind: "slip", roundId: round?.roundId ?? "", body: { slipId: key, ...told } };
    case "email": {
      const { area, building, unit, room } = who.location;
      const mail = {
        messageId: `<${key}@mail.sample.jiesu.example>`,
        from: { name: who.name, address: who.email },
        to: project.mailbox ?? "",
        subject: `投诉：${project.name}${building}`,
        text: `${text}\n\n${area}${building}${/\d$/.test(building) ? "栋" : ""}${unit}单元${room}室 ${who.name}\n电话 ${who.phone}`,
        style: random.weighted(styles),
      };
      return { kind: "mail", mail };
    }
  }
}
