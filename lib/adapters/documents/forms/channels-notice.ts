import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import type { ClockName, Limit, LimitRule } from "../../../domain/policy/policy.ts";
import { one, prose, type SheetBlock } from "../sheet.ts";

/** 投诉渠道公示牌 (D2: the channels are publicised; D4: hotline; D6: what is promised). What we do not know is left to fill in. */
export function channelsNotice({ project, policy, website }: PaperFacts): SheetBlock[] {
  const reply = promised(policy.clocks, "firstReply");
  const result = promised(policy.clocks, "result");
  return [
    prose("欢迎您监督我们的服务。您可以通过以下任一渠道投诉或提出意见：", "poster"),
    {
      kind: "grid",
      rows: [
        one("投诉热线", project?.hotline),
        one("电子邮箱", project?.mailbox),
        one("网站", website),
        one("微信/短信"),
        one("投诉箱位置"),
        one("来访、信函", project === undefined ? undefined : `${project.name}客户服务部`),
        one("受理时间"),
      ],
    },
    prose("我们的承诺", "poster"),
    ...[
      "收到投诉立即登记，并告诉您编号；",
      ...(reply === undefined ? [] : [`${reply}内回复您，说明下一步措施；`]),
      "涉及人身、财产安全的，立即处理；",
      ...(result === undefined ? [] : [`一般投诉${result}内反馈处理结果；`]),
      "处理后回访，听取您的意见。",
    ].map((text, index) => prose(`${index + 1}. ${text}`, "poster")),
  ];
}

/** The first limit of a clock in words for residents; a limit that is not a length of time is promised to nobody. */
function promised(
  clocks: Readonly<Record<ClockName, { readonly limits: readonly LimitRule[] }>>,
  name: ClockName,
): string | undefined {
  const limit = clocks[name].limits[0]?.limit;
  return limit === undefined ? undefined : length(limit);
}

function length(limit: Limit): string | undefined {
  switch (limit.kind) {
    case "natural":
      return hours(limit.minutes, "小时");
    case "working-time":
      return hours(limit.minutes, "个工作小时");
    case "working-days":
      return `${limit.days}个工作日`;
    case "daily":
    case "given":
      return undefined;
  }
}

function hours(minutes: number, unit: string): string {
  return minutes % 60 === 0 ? `${minutes / 60}${unit}` : `${minutes}分钟`;
}
