import * as z from "zod";
import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import { complaintPage } from "../../lib/contracts/complaints/views.ts";
import type { companyTextsBody, submissionBody } from "../../lib/contracts/submissions/bodies.ts";
import { holds, type Project } from "../../lib/domain/organisation/organisation.ts";
import type { ContestReason } from "../../lib/domain/submissions/submission.ts";
import type { LocalCloud } from "../local/host/index.ts";
import { type DemoClient, expected, UnexpectedAnswer } from "./client.ts";
import { local } from "./hours.ts";
import { staffOf } from "./staff.ts";

/** What closing the month needs. */
export interface MonthEnd {
  readonly cloud: Pick<LocalCloud, "engine">;
  readonly client: DemoClient;
  readonly company: CompanyFile;
  /** `YYYY-MM`, and the month after it, in which it is closed. */
  readonly month: string;
  readonly next: string;
}

type Sections = z.input<typeof submissionBody>["sections"];

/** What the projects write (D7, D8), one after another. */
const narratives: readonly Sections[] = [
  {
    "important-work": {
      stage: "二期电梯专项整治完成八成",
      measures: "与维保单位签订响应时限协议，逐台更换门锁触点",
      effect: "困人由上月三起降为一起",
      problems: "两台电梯待专项维修资金审批",
    },
    culture: { stage: "重阳节活动已办", measures: "敬老午餐与义诊", effect: "一百二十位老人参加" },
    "key-problems": { problems: "高层渗水集中在三栋楼", measures: "联合地产维保逐户排查，十一月底前完成" },
  },
  {
    committee: {
      stage: "业委会换届筹备组成立",
      measures: "协助街道核对业主名册",
      problems: "业主到会率偏低",
    },
    improvement: { measures: "门岗访客登记改为扫码预约", effect: "高峰排队缩短一半" },
  },
  {
    marketing: { stage: "配合招商接待十二批次", effect: "满意度回访均为好评" },
    "key-problems": { problems: "中央空调分区温差大", measures: "调平水系统并清洗末端，分三周完成" },
  },
];
const companyWork: z.input<typeof companyTextsBody>["sections"] = {
  priorities: "启动冬季供暖保障，完成各项目设备试运行检查。",
  staff: "客服岗位技能培训两期，参训四十六人，全部合格。",
  quality: "抽查投诉闭环记录六十份，退回补充五份。",
  business: "物业费清欠专项完成季度目标的九成。",
};

/** Of what is contested the region upholds the first (`upheld`) and rejects the others. */
const contests: readonly { readonly reason: ContestReason; readonly text: string }[] = [
  { reason: "not-ours", text: "属开发商保修范围，我方已转办并协助跟进，不应计入物业责任。" },
  { reason: "duplicate", text: "与同户上周投诉为同一事项，建议合并计算。" },
];
const rulings = [
  "核对保修协议，情况属实，异议成立。",
  "两次反映时间与部位不同，不属于重复，异议不成立。",
] as const;

/**
 * Closes the month as the offices do: occupancy, contested cases, submissions (one of them late), rulings, headquarters'
 * own texts; then the clock runs past the bulletin's day and the second edition is out. May be done again.
 */
export async function closeMonth({ cloud, client, company, month, next }: MonthEnd): Promise<void> {
  const until = async (day: number, clock: string) => {
    const at = local(day, clock, next);
    if (at > cloud.engine.now()) await cloud.engine.advanceTo(at);
  };
  const put = async (by: string, path: string, body: unknown) =>
    void expected(await client.asPerson(by, "PUT", path, body), [200], `PUT ${path}`, z.looseObject({}));
  const offices = company.projects.map((project) => ({ project, ...staffOf(project, company.people) }));

  await until(2, "10:00");
  for (const { project, projectManager } of offices)
    await put(projectManager, `/projects/${project.id}/months/${month}`, occupancy(project, company));
  const [first] = offices;
  if (first === undefined) throw new UnexpectedAnswer("the company has no project");
  const of = `/reports/${month}/submissions`;
  const contested = await numbersOf(client, first.projectManager, first.project.id, month);
  for (const [index, number] of contested.entries())
    await put(first.projectManager, `${of}/${first.project.id}/contests/${number}`, contests[index]);

  const submit = async (office: (typeof offices)[number], index: number) => {
    const sections = narratives[index % narratives.length];
    await put(office.projectManager, `${of}/${office.project.id}`, { sections, confirm: true });
  };
  await until(3, "16:00");
  for (const [index, office] of offices.entries()) if (index !== 1) await submit(office, index);
  await until(5, "11:00");
  for (const [index, office] of offices.entries()) if (index === 1) await submit(office, index);

  const region = holderOf("region", first.project, company);
  for (const [index, number] of contested.entries())
    await put(region, `${of}/${first.project.id}/contests/${number}/ruling`, {
      upheld: index === 0,
      text: rulings[index],
    });
  await until(6, "15:00");
  await put(holderOf("headquarters", first.project, company), `/reports/${month}/company-texts`, {
    sections: companyWork,
  });
  await until(9, "18:30");
}

/** The first complaints of the month that are nobody's opinion, by their numbers, as many as there are contests. */
async function numbersOf(client: DemoClient, by: string, projectId: string, month: string) {
  const query = new URLSearchParams({ projectId, month, limit: "50" });
  const { items } = await client.read(by, `/complaints?${query.toString()}`, complaintPage);
  return items
    .filter(({ recordKind, validity }) => recordKind === "complaint" && validity === "valid")
    .slice(0, contests.length)
    .map(({ number }) => number);
}

function holderOf(post: "region" | "headquarters", project: Project, { people }: CompanyFile): string {
  const found = people.find((person) => holds(person, post, project));
  if (found === undefined) throw new RangeError(`nobody is ${post} of ${project.id}`);
  return found.id;
}

/** Square metres of floor area for each home, as such estates have them. */
const homes: Readonly<Record<string, number>> = { 普通住宅: 110, 别墅: 260 };

/**
 * What stands empty, as the list of rooms has it, of the floor area; the list holds a few rooms of each building, so that
 * households are reckoned from the area where people live.
 */
function occupancy({ id, floorArea, type }: Project, { households }: CompanyFile) {
  const rooms = households.filter(({ projectId }) => projectId === id);
  const occupied = rooms.filter((room) => room.occupied).length;
  const share = rooms.length === 0 ? 1 : occupied / rooms.length;
  const occupiedArea = Math.round(floorArea * share);
  const home = homes[type];
  return {
    occupiedHouseholds: home === undefined ? occupied : Math.round(occupiedArea / home),
    occupiedArea,
  };
}
