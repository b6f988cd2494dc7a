import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import type { ClassCode } from "../../lib/domain/classification/classes.ts";
import type { TicketAnswer } from "../../lib/domain/complaint/tickets.ts";
import { afterHours, hour, iso, local } from "./hours.ts";
import type { Body, ScriptedComplaint, ScriptStep } from "./script.ts";
import { departmentFor, type Staff, staffOf } from "./staff.ts";

/** What the platform found when it called back. */
type Answers = readonly [contacted: TicketAnswer, solved: TicketAnswer, satisfied: TicketAnswer];

/** A ticket passed on by a platform (政府转办) and what becomes of it. */
interface Ticket {
  readonly day: number;
  readonly clock: string;
  readonly project: number;
  readonly system: string;
  readonly unit: string;
  readonly classCode: ClassCode;
  readonly department: string;
  readonly matter: string;
  readonly result: string;
  readonly rated?: Answers;
  /** 退单, with its reason. */
  readonly sentBack?: string;
  /** 并单: repeats the ticket before it, of the same household. */
  readonly merged?: true;
  /** 延期, asked for with this reason and granted. */
  readonly extended?: string;
  /** 退回重办: what the platform says is not solved, and the second result with its rating. */
  readonly again?: { readonly text: string; readonly result: string; readonly rated: Answers };
}

const tickets: readonly Ticket[] = [
  {
    day: 9,
    clock: "09:20",
    project: 0,
    system: "12345",
    unit: "示例街道",
    classCode: "1.2.2",
    department: "engineering",
    matter: "市民反映电梯一周内停运三次，老人下楼困难，要求尽快修好。",
    result: "已更换抱闸接触器并连续试运行，维保单位增加每日巡检。",
    rated: ["yes", "yes", "yes"],
  },
  {
    day: 10,
    clock: "10:40",
    project: 2,
    system: "12345",
    unit: "示例街道",
    classCode: "1.4.5",
    department: "environment",
    matter: "市民反映底商油烟直排居民窗口，要求督促整改。",
    result: "已会同商户清洗油烟净化器，并约定每月清洗。",
    rated: ["yes", "no", "no"],
    again: {
      text: "市民反映晚间仍有油烟，未解决。",
      result: "商户已加高排烟管道并更换净化器，连续三晚复查无油烟。",
      rated: ["yes", "yes", "yes"],
    },
  },
  {
    day: 13,
    clock: "14:05",
    project: 0,
    system: "12345",
    unit: "示例街道",
    classCode: "1.7.2",
    department: "engineering",
    matter: "市民反映卫生间漏水到楼下，开发商多次维修无效。",
    result: "已重做防水并闭水试验四十八小时，楼下无渗漏。",
    extended: "防水重做后须闭水试验，原时限内不能完成",
    rated: ["yes", "yes", "no"],
  },
  {
    day: 15,
    clock: "08:50",
    project: 0,
    system: "12345",
    unit: "示例街道",
    classCode: "1.7.2",
    department: "engineering",
    matter: "同一市民再次来电：卫生间漏水仍在等待处理。",
    result: "",
    merged: true,
  },
  {
    day: 22,
    clock: "09:30",
    project: 0,
    system: "住建局",
    unit: "物业科",
    classCode: "1.5.6",
    department: "service",
    matter: "转来信访件：业主反映停车费收费标准未公示。",
    result: "收费标准及依据已在公示栏和微信群公布，并向来信人说明。",
    rated: ["yes", "yes", "yes"],
  },
  {
    day: 23,
    clock: "11:10",
    project: 0,
    system: "12345",
    unit: "示例街道",
    classCode: "1.3.4",
    department: "order",
    matter: "市民反映小区外市政道路夜间渣土车噪声扰民。",
    result: "",
    sentBack: "所反映路段为市政道路，不在本项目管理范围，建议转城市管理部门。",
  },
  {
    day: 24,
    clock: "15:25",
    project: 2,
    system: "12345",
    unit: "示例街道",
    classCode: "1.3.5",
    department: "order",
    matter: "市民反映消防通道被车辆占用，存在隐患。",
    result: "已清走违停车辆，加装地锁并安排每日三次巡查。",
    rated: ["no", "not-rated", "not-rated"],
  },
  {
    day: 26,
    clock: "09:05",
    project: 1,
    system: "12345",
    unit: "示例镇",
    classCode: "1.4.2",
    department: "environment",
    matter: "市民反映垃圾清运不及时，楼下异味严重。",
    result: "清运改为每日两次，并清洗消杀垃圾桶点位。",
    rated: ["yes", "yes", "yes"],
  },
  {
    day: 29,
    clock: "16:30",
    project: 0,
    system: "12345",
    unit: "示例街道",
    classCode: "1.1.7",
    department: "service",
    matter: "市民反映顶楼住户违章搭建，要求制止。",
    result: "",
  },
];

const keyOf = (index: number) => `ticket-${String(index + 1).padStart(4, "0")}`;
/** Platforms give working days; none of these falls due before the result does (D6). */
const TICKET_DAYS = 8;
const DAY = 24 * hour;

/** The month's government tickets over their whole life: signed for, returned, merged, extended, answered, handed back, rated. */
export function scriptedTickets(company: CompanyFile, firstDay: number): ScriptedComplaint[] {
  return tickets.flatMap((ticket, index) => {
    const project = company.projects[ticket.project];
    const home = company.households.find(({ projectId, occupied }) => projectId === project?.id && occupied);
    if (ticket.day < firstDay || project === undefined || home === undefined) return [];
    const receivedAt = local(ticket.day, ticket.clock);
    const postedAt = receivedAt + 60_000;
    const key = keyOf(index);
    const { area, building, unit, room } = home;
    const body: Body = {
      projectId: project.id,
      sourceId: key,
      receivedAt: iso(receivedAt),
      matter: ticket.matter,
      complainant: { name: "市民", phone: `1390000${String(8000 + ticket.project)}` },
      location: { area, building, unit, room },
      external: {
        system: ticket.system,
        ticketNo: `202610${String(ticket.day).padStart(2, "0")}-${String(31 + index).padStart(4, "0")}`,
        unit: ticket.unit,
        dueAt: iso(receivedAt + TICKET_DAYS * DAY),
        kind: "complaint",
      },
    };
    const staff = staffOf(project, company.people);
    const department = departmentFor(project, ticket.department);
    return [
      {
        key,
        channel: "government" as const,
        projectId: project.id,
        receivedAt,
        recordKind: "complaint" as const,
        urgent: false,
        delivery: { kind: "post" as const, at: postedAt, system: "integration", body },
        steps: life(ticket, { postedAt, receivedAt, department, staff, before: keyOf(index - 1) }),
      },
    ];
  });
}

interface Given {
  readonly postedAt: number;
  readonly receivedAt: number;
  readonly department: string;
  readonly staff: Staff;
  /** The ticket before. */
  readonly before: string;
}

function life(ticket: Ticket, given: Given): ScriptStep[] {
  const { postedAt, department, staff, before } = given;
  const clerk = staff.clerks[0] ?? staff.lead;
  const signed = afterHours("desk", postedAt, 30);
  if (ticket.sentBack !== undefined) {
    const body = { reason: "other-unit", text: ticket.sentBack };
    return [{ at: signed, by: staff.lead, command: "return-ticket", body }];
  }
  const first: ScriptStep[] = [
    { at: signed, by: clerk, command: "sign-ticket", body: {} },
    {
      at: signed,
      by: clerk,
      command: "reply",
      body: { via: "phone", text: "来电已收到，我们正在核实并安排处理，进展会及时告知您。" },
    },
  ];
  const sorted = afterHours("desk", signed, 70);
  if (ticket.merged === true)
    return [...first, { at: sorted, by: staff.lead, command: "merge-ticket", body: {}, into: before }];
  const handler = staff.handlers.get(department) ?? staff.lead;
  const { classCode } = ticket;
  const sorting: ScriptStep[] = [
    { at: sorted, by: staff.lead, command: "classify", body: { classCode, level: "C" }, classCode },
    {
      at: sorted,
      by: staff.lead,
      command: "judge",
      body: { validity: "valid", reason: "核实属实" },
      validity: "valid",
    },
    {
      at: sorted,
      by: staff.lead,
      command: "assign",
      body: { departmentId: department, handlerId: handler },
    },
    { at: sorted, by: handler, command: "accept", body: {} },
    { at: sorted, by: handler, command: "plan", body: { text: "现场核实后按方案处理，完成后报送回复件。" } },
  ];
  return [...first, ...sorting, ...(ticket.result === "" ? [] : answered(ticket, given, sorted, handler))];
}

/** From the work to the platform's rating, and once more where it hands the ticket back. */
function answered(
  ticket: Ticket,
  { staff, receivedAt }: Given,
  sorted: number,
  handler: string,
): ScriptStep[] {
  const clerk = staff.clerks[0] ?? staff.lead;
  const step = (at: number, by: string, command: ScriptStep["command"], body: Body = {}): ScriptStep => ({
    at,
    by,
    command,
    body,
  });
  const told = (text: string, at: number): ScriptStep[] => [
    step(at, handler, "resolve", { via: "phone", text }),
    step(at, staff.lead, "send-reply-document"),
    step(afterHours("calls", at, 90), clerk, "follow-up", { outcome: "reached", grade: 4 }),
  ];
  const rated = ([contacted, solved, satisfied]: Answers, at: number): ScriptStep[] => [
    step(at, clerk, "record-ticket-rating", { contacted, solved, satisfied }),
  ];
  const { result, extended, again } = ticket;
  const done = afterHours("handlers", sorted, 300);
  const calledBack = afterHours("desk", done, 26 * 60);
  const more = receivedAt + (TICKET_DAYS + 4) * DAY;
  return [
    ...(extended === undefined
      ? []
      : [
          step(sorted, staff.lead, "ask-extension", { dueAt: iso(more), reason: extended }),
          step(afterHours("desk", sorted, 180), clerk, "record-extension", { granted: true }),
        ]),
    ...told(result, done),
    ...(ticket.rated === undefined ? [] : rated(ticket.rated, calledBack)),
    ...(again === undefined ? [] : handedBack(again, calledBack)),
  ];

  function handedBack({ text, result: second, rated: answers }: NonNullable<Ticket["again"]>, at: number) {
    const back = afterHours("desk", at, 60);
    const fixed = afterHours("handlers", back, 900);
    return [
      step(back, clerk, "ticket-returned", { dueAt: iso(back + 6 * DAY), text }),
      ...told(second, fixed),
      ...rated(answers, afterHours("desk", fixed, 26 * 60)),
    ];
  }
}
