/** Where a complaint came in, with the prefix of its number (D10); named in lib/domain/words/channels.ts. */
export const channels = {
  phone: { prefix: "" },
  relay: { prefix: "Q" },
  wechat: { prefix: "W" },
  forum: { prefix: "L" },
  email: { prefix: "E" },
  web: { prefix: "N" },
  mailbox: { prefix: "B" },
  visit: { prefix: "V" },
  letter: { prefix: "X" },
  sms: { prefix: "S" },
  press: { prefix: "M" },
  oral: { prefix: "K" },
  government: { prefix: "G" },
} as const satisfies Record<string, { readonly prefix: string }>;

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

/** Under what a complaint is found by the number of its government ticket (工单号): never one of our own numbers. */
export function ticketNumber(typed: string): string {
  return `ticket:${ticketText(typed)}`;
}

/** A platform's name or ticket number without width, blanks and case. */
export function ticketText(typed: string): string {
  return typed.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
