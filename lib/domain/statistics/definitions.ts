/** A word that the files of an edition use, what it means in all of them, and where it stands. */
export interface Definition {
  readonly word: string;
  readonly meaning: string;
  readonly where: string;
}

/** 口径说明: one meaning per word. Whoever prints a figure under one of these words means this one. */
export const definitions: readonly Definition[] = [
  {
    word: "截止到",
    meaning: "此后发生的事不计入；期末版为统计期间的最后一刻",
    where: "全部文件的标题、页脚",
  },
  {
    word: "收录至",
    meaning: "此后才登记的内容不计入；截止前发生、收录前补登的计入本期",
    where: "全部文件的页脚",
  },
  {
    word: "版、期",
    meaning: "版：同一统计期间先后生成的文件，更正即另出一版；期：通报、月报的期号",
    where: "全部文件",
  },
  {
    word: "受理",
    meaning: "本期收到的投诉，含无效的和已撤销、转出、合并的；受理 = 有效 + 协助处理 + 无效 + 未判定",
    where: "分类统计、物业月报、投诉分析报告、客户投诉工作月报",
  },
  {
    word: "有效、协助处理、无效、未判定",
    meaning: "截止时的判定结果；未判定的单列，不算有效",
    where: "分类统计、客户投诉工作月报、物业月报、投诉分析报告",
  },
  {
    word: "任务（新增任务）",
    meaning: "受理减去无效的和已撤销、转出、合并的；未判定的计入。等于统计报表“汇总”的 B 列",
    where: "统计报表、投诉点、人机料法环、业务强弱项、对比、趋势、图、邮件、投诉分析报告",
  },
  {
    word: "本月任务",
    meaning: "统计报表 C 列：当月到期的 + 以前遗留的 + 提前完成的；逐月不能相加",
    where: "统计报表",
  },
  {
    word: "完成（已完成、已处理）",
    meaning: "已把处理结果告知客户；返单后未再告知的为未完成",
    where: "全部文件",
  },
  {
    word: "处理完成率（处理率）",
    meaning: "任务中已完成的 ÷ 任务",
    where: "投诉分析报告、物业月报、对比、趋势、邮件",
  },
  {
    word: "完成及时率（及时率）",
    meaning: "按时完成的 ÷（已完成的 + 超期未完成的）；与统计报表“按时完成率”（÷ 本月任务）不同",
    where: "投诉分析报告、物业月报、对比、趋势、邮件",
  },
  {
    word: "首次回访满意率（一次回访满意率）",
    meaning: "本期任务中首次接通的回访里满意的 ÷ 接通的；接通以首次为准，返单不改变；无法回访的不计入",
    where: "投诉分析报告、物业月报、对比、趋势、邮件",
  },
  {
    word: "无法回访",
    meaning: "按规定次数回访均未接通而结案的",
    where: "台账",
  },
  {
    word: "暂停",
    meaning: "处理结果的时限因待业主约时、待地产维保、待维修资金、第三方而停止计时的自然小时",
    where: "台账",
  },
  {
    word: "遗留超期",
    meaning: "以前各期受理、截止时已过应完成时间而未完成的任务",
    where: "投诉分析报告",
  },
  {
    word: "地产相关（分类）",
    meaning: "K8.3-F2 的第 1.7 类",
    where: "分类统计、人机料法环、业务强弱项、客户投诉工作月报、图",
  },
  {
    word: "属性地产相关、基础服务",
    meaning:
      "按统计报表分类：产品缺陷、工程质量、规划设计、营销管理属地产相关，其余及未分类的属基础服务；与 1.7 类不同",
    where: "投诉点、对比、趋势、投诉分析报告",
  },
  {
    word: "前三位",
    meaning: "投诉点中件数最多的三位，至少两件；件数相同的并列，不按名单先后取舍",
    where: "投诉点、投诉分析报告、物业月报",
  },
  {
    word: "公司直接受理",
    meaning: "登记时受理单位为公司的投诉",
    where: "客户投诉工作月报、物业月报",
  },
];
