import * as z from "zod";
import { numberSeenSchema } from "../../lib/adapters/dynamodb/complaints/call-log.ts";
import { complaintSchema } from "../../lib/adapters/dynamodb/complaints/complaint-schema.ts";
import { draftSchema } from "../../lib/adapters/dynamodb/complaints/draft-store.ts";
import { paperTakenSchema } from "../../lib/adapters/dynamodb/complaints/paper-log.ts";
import { uploadSchema } from "../../lib/adapters/dynamodb/complaints/upload-store.ts";
import { emergencySchema } from "../../lib/adapters/dynamodb/emergencies/emergency-schema.ts";
import { groupSchema } from "../../lib/adapters/dynamodb/groups/group-schema.ts";
import { householdSchema } from "../../lib/adapters/dynamodb/organisation/household-store.ts";
import { personSchema, projectSchema } from "../../lib/adapters/dynamodb/organisation/organisation-schema.ts";
import { editionSchema } from "../../lib/adapters/dynamodb/reports/report-schema.ts";
import { companyTextsSchema } from "../../lib/adapters/dynamodb/submissions/company-texts-store.ts";
import { submissionSchema } from "../../lib/adapters/dynamodb/submissions/submission-schema.ts";
import { jobSchema } from "../../lib/adapters/dynamodb/work/job-schema.ts";
import { noticeSchema } from "../../lib/adapters/dynamodb/work/notice-store.ts";
import { personRequestSchema } from "../../lib/adapters/dynamodb/work/person-request-store.ts";
import { quarantinedSchema } from "../../lib/adapters/dynamodb/work/quarantine-store.ts";
import { readSchema } from "../../lib/adapters/dynamodb/work/read-log.ts";
import { retentionSchema } from "../../lib/adapters/dynamodb/work/retention-store.ts";
import { senderRuleSchema } from "../../lib/adapters/dynamodb/work/sender-rule-store.ts";
import { READ_LOG_DAYS } from "../../lib/domain/person-data/read.ts";
import { builtInPrivacyPolicy } from "../../lib/domain/policy/privacy-policy.ts";

const { keepDays } = builtInPrivacyPolicy;
const table = "表 table";

/** A kind of record: what its fields are, which say something of a person, what for, how long, where. */
interface RecordKind {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly purpose: string;
  readonly kept: string;
  readonly where: string;
  /** Paths of fields that are personal or may be; what lies below one is too. */
  readonly personal: readonly string[];
}

const ended = `办结 ${keepDays.complaints} 天后删除个人信息，其余保留 · personal values ${keepDays.complaints} days after its end, the rest stays`;

/** Every kind of record with something of people in it, or about what was done with it. */
export const recordKinds: readonly RecordKind[] = [
  {
    name: "投诉 Complaint",
    schema: complaintSchema(),
    purpose: "登记、调查、处理、回访（D4、D6、D9、D12）",
    kept: ended,
    where: `${table}；documents 桶（较早的历史、长文字）`,
    personal: [
      "personal",
      "registration.location",
      "registration.householdKey",
      "registration.contactKey",
      "registration.rawMail",
      "events.fact",
    ],
  },
  {
    name: "群体 Group",
    schema: groupSchema(),
    purpose: "群体投诉（D11）",
    kept: "随成员删除 · with its members",
    where: `${table}；documents 桶`,
    personal: ["personal", "members.party", "members.building", "events.fact"],
  },
  {
    name: "突发事件 Emergency event",
    schema: emergencySchema,
    purpose: "突发事件报告（D7）",
    kept: "保留，提及的本人依申请遮盖 · kept; mentions are masked on request",
    where: `${table}；documents 桶`,
    personal: ["personal"],
  },
  {
    name: "项目上报 Submission",
    schema: submissionSchema,
    purpose: "月报上报（D7、D14）",
    kept: "保留，提及的本人依申请遮盖 · kept; mentions are masked on request",
    where: `${table}；documents 桶`,
    personal: ["personal"],
  },
  {
    name: "公司文字 Company texts",
    schema: companyTextsSchema,
    purpose: "月报与简报（D7、D14）",
    kept: "保留，提及的本人依申请遮盖 · kept; mentions are masked on request",
    where: table,
    personal: ["personal"],
  },
  {
    name: "房产 Household",
    schema: householdSchema,
    purpose: "识别来电人的房号（D4 单元号码）",
    kept: "下一份清单替换 · until the next list replaces it",
    where: table,
    personal: ["name", "phone", "area", "building", "unit", "room"],
  },
  {
    name: "隔离邮件 Quarantined mail",
    schema: quarantinedSchema,
    purpose: "未能自动登记的来信等人核对（D6）",
    kept: `${keepDays.quarantine} 天 days`,
    where: `${table}；mail 桶（原文）`,
    personal: ["from", "subject", "danger", "rawKey"],
  },
  {
    name: "发件人规则 Sender rule",
    schema: senderRuleSchema,
    purpose: "来信的处理方式",
    kept: "至取消；涉及个人地址的依申请删除 · until taken back; a person's own address on request",
    where: table,
    personal: ["sender", "reason"],
  },
  {
    name: "待用文件 Upload",
    schema: uploadSchema,
    purpose: "投诉的附件在提交前",
    kept: "一天（对象两天） · a day, the object two",
    where: `${table}；attachments 桶`,
    personal: ["fileName"],
  },
  {
    name: "居民草稿 Draft",
    schema: draftSchema,
    purpose: "居民正在填写的投诉",
    kept: "一天 · a day",
    where: table,
    personal: ["answers", "photos.name"],
  },
  {
    name: "通知 Notice",
    schema: noticeSchema,
    purpose: "已决定的消息发给谁、发出没有；不存正文",
    kept: "随投诉 · with the complaint",
    where: table,
    personal: [],
  },
  {
    name: "人员 Person",
    schema: personSchema,
    purpose: "岗位、值班、督办发给谁",
    kept: "在职期间；离职后留姓名以核对历史 · while employed; the name stays for the history",
    where: table,
    personal: ["name", "email", "phone", "wecomId", "absences"],
  },
  {
    name: "项目 Project",
    schema: projectSchema,
    purpose: "期限与统计",
    kept: "保留 · kept",
    where: table,
    personal: [],
  },
  {
    name: "月报版次 Edition",
    schema: editionSchema,
    purpose: "已发布的报表文件（D1、D10、D14）",
    kept: "保留；文件锁定三年，涉及被删除的人时遮盖重发 · kept; files locked three years, masked where somebody was erased",
    where: `${table}；reports 桶（文件含姓名、房号、投诉内容，电话已遮盖）`,
    personal: ["files"],
  },
  {
    name: "查阅记录 Read",
    schema: readSchema,
    purpose: "谁看过谁的个人信息（个人信息保护法 51）",
    kept: `${READ_LOG_DAYS} 天 days`,
    where: table,
    personal: [],
  },
  {
    name: "看号码 Number seen",
    schema: numberSeenSchema,
    purpose: "谁为拨打看过号码",
    kept: "随投诉 · with the complaint",
    where: table,
    personal: [],
  },
  {
    name: "表单打印 Form taken",
    schema: paperTakenSchema,
    purpose: "谁打印了哪份表单",
    kept: "随投诉 · with the complaint",
    where: table,
    personal: [],
  },
  {
    name: "个人信息请求 Request about personal data",
    schema: personRequestSchema,
    purpose: "查阅、复制、删除的请求与回执（个人信息保护法 45、47、50）",
    kept: `办结后 ${keepDays.requests} 天 days after it was decided`,
    where: table,
    personal: [],
  },
  {
    name: "到期清除 Retention report",
    schema: retentionSchema,
    purpose: "每夜清除了什么（个人信息保护法 19、51）",
    kept: "1095 天 days",
    where: table,
    personal: [],
  },
  {
    name: "任务 Job",
    schema: jobSchema,
    purpose: "长任务做到哪里",
    kept: "保留 · kept",
    where: table,
    personal: [],
  },
];

/** What stands beside events in `personal`, by field; `x.` is followed by the id of what it belongs to. */
export const valueNames: Readonly<Record<string, string>> = {
  name: "姓名 name",
  phone: "电话 telephone",
  email: "邮箱 e-mail address",
  matter: "投诉内容 matter",
  place: "地点 place",
  against: "投诉对象 whom it is against",
  signatories: "联名人 who signed a joint letter",
  originalAt: "原件存放处 where the original lies",
  subject: "邮件主题 subject of the mail",
  demand: "工单诉求 what a ticket demands",
  channelData: "渠道数据：通话、坐席、录音地址、openid · facts of the channel",
  text: "经过中的文字 words of an event",
  reason: "理由 reason",
  author: "代写人 who wrote in the complainant's place",
  "name.": "附件文件名 name of a file",
  "node.": "时间节点 node of a plan",
  "cause.": "原因 cause of a corrective action",
  "measure.": "整改措施 measure of a corrective action",
};

/** Other objects and items that no schema describes. */
const others: readonly (readonly [string, string, string, string])[] = [
  ["原始邮件 raw mails", "●", `${keepDays.rawMails} 天 days`, "mail 桶 `mail/`"],
  ["附件 files of complaints", "●", ended, "attachments 桶 `complaints/`"],
  [
    "通话录音 recordings of calls",
    "●",
    `${keepDays.recordings} 天 days，或随投诉 or with the complaint`,
    "attachments 桶 `complaints/`、`recordings/`",
  ],
  ["个人信息副本 copies for those who asked", "●", "15 天 days", "attachments 桶 `person-data/`"],
  ["检索指纹 search fingerprints", "–（带密钥，无文字 keyed bits）", "400 天 days", table],
  ["限流计数 throttles", "–（带密钥的摘要 keyed digests）", "两小时 two hours", table],
  ["删除清单 list of erasures", "–（编号 ids）", "400 天 days", "documents 桶 `erased/`"],
  ["月报数据 parts of report runs", "●（遮盖后无 none once masked）", "400 天 days", "reports 桶 `runs/`"],
  ["桶访问日志 access logs", "–", "400 天 days", "access-log 桶"],
  [
    "函数日志 function logs",
    "–（号码和地址已遮盖 numbers and addresses masked）",
    "见 docs/operations.md",
    "CloudWatch Logs",
  ],
  ["旧版本与备份 old versions and backups", "●", "35 天 days", "表的时间点恢复、各桶"],
];

/** Every path of a schema, `a.b`; of lists and maps what their values are. */
export function pathsOf(schema: z.ZodType): readonly string[] {
  const json: unknown = z.toJSONSchema(schema, { unrepresentable: "any", io: "output", reused: "inline" });
  const paths = new Set<string>();
  walk(json, "", paths, 0);
  return [...paths];
}

const DEEPEST = 3;

function walk(node: unknown, path: string, paths: Set<string>, depth: number): void {
  if (node === null || typeof node !== "object") return;
  const fields = new Map<string, unknown>(Object.entries(node));
  for (const way of ["anyOf", "oneOf", "allOf"]) {
    const choices = fields.get(way);
    if (Array.isArray(choices)) for (const choice of choices) walk(choice, path, paths, depth);
  }
  walk(fields.get("items"), path, paths, depth);
  const properties = fields.get("properties");
  if (properties === null || typeof properties !== "object" || depth >= DEEPEST) return;
  for (const [name, inner] of Object.entries(properties)) {
    const below = path === "" ? name : `${path}.${name}`;
    paths.add(below);
    // A kind of event says in its own words what it is; what of it is personal is said here.
    if (name === "fact") continue;
    walk(inner, below, paths, depth + 1);
  }
}

/** True if a field is personal itself or lies in one that is. */
export function isPersonal({ personal }: Pick<RecordKind, "personal">, path: string): boolean {
  return personal.some((one) => path === one || path.startsWith(`${one}.`));
}

function sectionOf(kind: RecordKind): string[] {
  const paths = pathsOf(kind.schema);
  const personal = paths.filter((path) => isPersonal(kind, path));
  const other = paths.filter((path) => !isPersonal(kind, path));
  const list = (names: readonly string[]) =>
    names.length === 0 ? "–" : names.map((n) => `\`${n}\``).join(" ");
  return [
    `## ${kind.name}`,
    "",
    `- 用途 purpose: ${kind.purpose}`,
    `- 保存 kept: ${kind.kept}`,
    `- 位置 where: ${kind.where}`,
    `- 个人信息 personal: ${list(personal)}`,
    `- 其他 other: ${list(other)}`,
    "",
  ];
}

/** docs/data-dictionary.md: each stored field, personal or not, what for, how long, where. */
export function dataDictionaryPage(): string {
  return [
    "# 数据字典 Data dictionary",
    "",
    "Generated by `npm run rules` from the schemas that read stored items (`lib/adapters/dynamodb`). What is personal is erased on",
    "request and after its time ([privacy.md](privacy.md)); a field that the schemas gain stands here or the tests fail.",
    "",
    "## 旁存的值 Values beside events",
    "",
    "`personal` of a complaint, a group, an event or a submission holds these under `<event>.<field>`, each with a salt of its own; all are",
    "personal or may be. Events hold their digests only.",
    "",
    "| 字段 field | 内容 what |",
    "| --- | --- |",
    ...Object.entries(valueNames).map(
      ([name, what]) => `| \`${name}${name.endsWith(".") ? "<id>" : ""}\` | ${what} |`,
    ),
    "",
    ...recordKinds.flatMap(sectionOf),
    "## 其他 Others",
    "",
    "| 什么 what | 个人信息 personal | 保存 kept | 位置 where |",
    "| --- | --- | --- | --- |",
    ...others.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}
