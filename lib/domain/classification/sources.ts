/** Where a complaint came in: the ledger's 投诉来源 and number prefix (D10; those marked `default` are ours). */
export const channels = {
  phone: { source: "呼叫中心", prefix: "" },
  relay: { source: "其他部门转达", prefix: "Q" },
  wechat: { source: "微信", prefix: "W" },
  forum: { source: "论坛监控", prefix: "L" },
  email: { source: "邮箱", prefix: "E" },
  web: { source: "网站", prefix: "N" },
  mailbox: { source: "投诉箱", prefix: "B" },
  visit: { source: "来访", prefix: "V" },
  letter: { source: "信函", prefix: "X" },
  sms: { source: "短信", prefix: "S" },
  press: { source: "媒体", prefix: "M" },
  oral: { source: "口头", prefix: "K" },
  government: { source: "政府转办", prefix: "G" },
} as const satisfies Record<string, { readonly source: string; readonly prefix: string }>;

export type Channel = keyof typeof channels;
export const channelNames: readonly Channel[] = Object.keys(channels).filter(isChannel);

/** True for a channel we know. */
export function isChannel(name: string): name is Channel {
  return Object.hasOwn(channels, name);
}

/** The complaint's number: prefix and running number, at least three digits (D10: `466`, `Q001`). */
export function complaintNumber(channel: Channel, running: number): string {
  return `${channels[channel].prefix}${String(running).padStart(3, "0")}`;
}
