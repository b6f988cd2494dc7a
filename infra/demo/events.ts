import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import type { EmergencyCategory, EmergencyOutcome } from "../../lib/domain/emergencies/taxonomy.ts";
import { defined } from "../../lib/domain/present.ts";
import { hour, iso, local } from "./hours.ts";
import type { ScriptedEvent } from "./script.ts";
import { departmentFor, staffOf } from "./staff.ts";

interface Happening {
  readonly day: number;
  readonly clock: string;
  readonly project: number;
  readonly category: EmergencyCategory;
  readonly outcome: EmergencyOutcome;
  readonly department: string;
  readonly place: string;
  readonly description: string;
  readonly harm?: {
    readonly injury?: { readonly dead: 0; readonly injured: number };
    readonly loss?: number;
  };
  readonly outsourced?: true;
  readonly written: string;
  readonly final: string;
}

/** A month's emergency events (突发事件, D7): harm and harm prevented, the contractors' too. */
const happenings: readonly Happening[] = [
  {
    day: 8,
    clock: "19:42",
    project: 0,
    category: "equipment.lift",
    outcome: "negative",
    department: "engineering",
    place: "二期 8 号楼 1 单元电梯",
    description: "电梯在三楼与四楼之间停运，两人被困，值班人员到场安抚并通知维保。",
    outsourced: true,
    harm: { injury: { dead: 0, injured: 0 } },
    written:
      "十九时五十八分维保到场，二十时零六分两人平安救出，无人受伤；原因为门锁触点接触不良，已停梯检修。",
    final: "更换门锁触点并做平衡测试，特检合格后恢复运行；要求维保单位对同型号六部电梯逐一检查，已完成。",
  },
  {
    day: 16,
    clock: "02:15",
    project: 2,
    category: "safety.fire",
    outcome: "prevented",
    department: "order",
    place: "地下二层车库充电区",
    description: "巡逻员闻到焦味，发现一辆电动自行车充电器发热冒烟，立即断电并用灭火器处置。",
    harm: { loss: 300 },
    written: "未形成明火，损坏充电插座一只；监控显示为使用不合格充电器，已联系车主。",
    final: "充电区更换为过载自动断电插座，张贴提示并对车主回访；夜间巡逻由两小时一次改为一小时一次。",
  },
  {
    day: 23,
    clock: "14:30",
    project: 0,
    category: "equipment.water",
    outcome: "negative",
    department: "engineering",
    place: "一期 3 号楼水泵房",
    description: "生活水泵出水管法兰爆裂，3、5 号楼停水，约一百二十户受影响。",
    harm: { loss: 4800 },
    written: "十五时十分关阀抢修并调水车送水，十七时四十分恢复供水；通过微信群和楼道通知告知业主。",
    final: "更换法兰与两段锈蚀管道，水质检测合格；将水泵房管道列入年度更换计划。",
  },
  {
    day: 27,
    clock: "10:05",
    project: 1,
    category: "safety.security",
    outcome: "prevented",
    department: "order",
    place: "南区 A7 号楼",
    description: "门岗识破冒充燃气检修人员的两名可疑人员，劝离并报警备案。",
    written: "警方到场登记；经核对燃气公司当日无检修安排，未有业主损失。",
    final: "更新外来施工人员预约核验流程，全体秩序员培训完毕，并向业主发布防骗提示。",
  },
];

/** The events of the days that are played, each with its first, written and final report in time (`default` limits). */
export function scriptedEvents(company: CompanyFile, firstDay: number): ScriptedEvent[] {
  return happenings
    .filter(({ day }) => day >= firstDay)
    .flatMap((happening, index) => {
      const project = company.projects[happening.project];
      if (project === undefined) return [];
      const staff = staffOf(project, company.people);
      const occurredAt = local(happening.day, happening.clock);
      const at = occurredAt + 6 * 60_000;
      const { category, outcome, place, description, harm = {}, outsourced } = happening;
      const report = (stage: string, after: number, text: string) => ({
        at: at + after,
        by: staff.lead,
        body: { stage, text },
      });
      return [
        {
          key: `event-${index + 1}`,
          at,
          by: staff.duty,
          body: {
            projectId: project.id,
            category,
            outcome,
            departmentId: departmentFor(project, happening.department),
            occurredAt: iso(occurredAt),
            description,
            place,
            ...harm,
            ...defined({ outsourced }),
            reporter: { name: "值班主管", phone: "037100000009" },
          },
          reports: [
            report("first", 8 * 60_000, description),
            report("written", hour, happening.written),
            report("final", 30 * hour, happening.final),
          ],
        },
      ];
    });
}
