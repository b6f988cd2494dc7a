import type { CauseFactor, DutyCause } from "../../lib/domain/complaint/events.ts";

/** What staff write. */
export const replyTexts: readonly string[] = [
  "您好，非常抱歉给您带来不便。已安排工程师傅今天到现场查看，明天下午五点前给您答复处理方案。",
  "您好，您反映的问题已登记并转相关部门，我们会在三个工作日内告诉您处理结果，期间有进展随时联系您。",
  "很抱歉让您久等。主管已到现场核实，需要采购配件，到货后两天内完成，届时电话通知您验收。",
  "感谢您的反映，给您造成困扰深表歉意。我们已联系责任单位，下一步由客服主管跟进，请保持电话畅通。",
  "您好，刚才已到现场拍照取证，情况属实，非常抱歉。今天先做临时处理，后天中午前彻底解决并请您确认。",
  "抱歉打扰您休息了。夜班主管已巡查并做了提醒，今晚加派一人值守，三天后再向您回访效果。",
  "您反映的收费问题已交财务核对账单，明天上午十点前把明细发给您，如有多收当天退还，请放心。",
  "十分抱歉。责任单位已确认明天上门，我们的管家全程陪同，完工后请您现场验收。",
];
export const resultTexts: readonly string[] = [
  "问题已处理完毕：现场整改并复查合格，如再次出现请随时联系我们。",
  "已更换损坏部件并试运行正常，处理照片已存档，感谢您的理解。",
  "已与相关方协调一致，整改措施和完成时间已向您说明，后续由专人跟进。",
  "经核实后已按规定处理，并对当班人员进行了培训和提醒。",
  "已重做防水并闭水试验二十四小时无渗漏，墙面恢复完成，请您验收。",
  "多收的费用已原路退回，预计两个工作日到账，账单明细已发到您登记的邮箱。",
  "堵塞点已疏通，增加了每周一次的巡检，本周三次复查均正常。",
  "责任单位已上门维修并试用正常，保修期内再出现同样问题由其免费更换。",
];
export const judgeReasons = {
  valid: [
    "现场核实情况属实，属于我方服务范围。",
    "查阅巡检记录，当周漏检一次，责任在我方。",
    "监控与当班记录一致，反映属实。",
  ],
  assisted: [
    "情况属实，责任在第三方，我方协助联系处理。",
    "属开发商保修范围，已转地产维保并跟进。",
    "邻里纠纷，我方无执法权，协助调解。",
  ],
  invalid: ["现场核实与反映不符，已向投诉人解释。", "账单核对无误，系计费周期理解不同，已当面说明。"],
} as const;
export const dissatisfactions: readonly string[] = [
  "处理时间太长，反复催了几次才解决。",
  "问题只是暂时缓解，担心以后还会出现。",
  "师傅干完活没有清理现场。",
  "中间没有人主动告诉我进展。",
];
export const reopenReason = "业主反映处理后问题再次出现，返单继续处理。";
export const explainReason = "已向业主解释原因与后续安排，业主表示理解。";
export const callNotes: Readonly<Record<"no-answer" | "reached", string>> = {
  "no-answer": "电话无人接听",
  reached: "电话回访已接通",
};

/** What stands on record for a step of handling, by its command. */
export const stepTexts: Readonly<Record<string, readonly string[]>> = {
  "report-up": ["已向客服经理和项目经理当面汇报，影响范围与初步原因一并说明。"],
  foresee: ["同一管线共四十户可能受影响，雨季前不处理会扩大，已通知各楼栋管家留意。"],
  investigate: [
    "到现场查看并拍照，询问当班人员和两户邻居，情况与反映一致。",
    "调取监控与巡检记录，确认发生在交接班时段，当班记录不全。",
    "与维保单位一同检测，判断为部件老化，附检测单。",
    "入户查看，渗水点在管井立管接口，楼上楼下均有痕迹。",
  ],
  consult: [
    "工程主管意见：更换部件并加密巡检，一个月内复查两次。",
    "咨询维保单位技术员，建议整体更换而非修补。",
    "法务意见：按合同约定处理，沟通过程留痕。",
  ],
  plan: [
    "一、当天临时处理并设警示；二、三日内备件到场更换；三、更换后连续观察一周并回访。",
    "一、约责任单位现场确认；二、两日内出维修方案请业主确认；三、完工验收并存档。",
    "一、对当班人员培训；二、调整岗位交接流程；三、公示整改结果。",
  ],
  "form-team": ["由主管牵头，相关部门各一人，每天下午碰头。"],
  "daily-report": ["今日已联系相关部门：现场完成临时处理，备件明日到货；业主已知悉进度。"],
  "check-effect": ["复查三次均正常，业主当面确认，措施有效。"],
  review: ["检讨会认为：巡检频次不足、交接不清是主因，已明确整改责任人与期限。"],
};
export const causeTexts: readonly string[] = [
  "巡检计划未覆盖该部位，隐患未能提前发现",
  "新员工未经岗前培训即独立当班",
  "备件库存不足，等待采购时间过长",
];
export const measureTexts: readonly string[] = [
  "修订巡检表并按周抽查，纳入部门考核",
  "组织专项培训并考试，合格后上岗",
  "与供应商签订常用备件四十八小时供货协议",
];

/** Why it came to it (D15, 人机料法环; D3), by whose work it is. */
export const causesOf: Readonly<
  Record<
    "service" | "engineering" | "order" | "environment",
    readonly (readonly [cause: CauseFactor, weight: number])[]
  >
> = {
  service: [
    ["people.attitude", 4],
    ["people.conduct", 3],
    ["method", 4],
  ],
  engineering: [
    ["equipment.quality", 4],
    ["equipment.function", 4],
    ["material.durability", 3],
    ["people.skill", 2],
  ],
  order: [
    ["people.conduct", 5],
    ["method", 3],
    ["people.attitude", 1],
  ],
  environment: [
    ["environment", 4],
    ["people.conduct", 3],
    ["material.economy", 1],
  ],
};
export const dutyCausesOf: readonly (readonly [cause: DutyCause, weight: number])[] = [
  ["mistake", 4],
  ["dereliction", 3],
  ["impropriety", 1],
  ["loss-of-control", 2],
  ["beyond-us", 3],
];
