import type { Instant } from "../time/instant.ts";

/** What is done with the mail of a sender: register it whatever it looks like, put it aside, or drop and count it. */
export const senderTreatments = ["allow", "quarantine", "drop"] as const;
export type SenderTreatment = (typeof senderTreatments)[number];

/**
 * What somebody decided about the mail of one sender. Without a rule a mail is treated by what it shows of itself: nobody's
 * mail is dropped unless a person said so (D6: entered at once).
 */
export interface SenderRule {
  /** `name@host.example`, or `@host.example` for a host and all below it; as `senderPattern` writes it. */
  readonly sender: string;
  /** Counts for mail to this project alone; absent: for the whole company. */
  readonly projectId?: string;
  readonly treatment: SenderTreatment;
  /** Why, for those who come later. */
  readonly reason: string;
  /** The document that asks for it (D1 to D15), or `default`; rules that people make are their company's. */
  readonly source: string;
  readonly changed?: { readonly at: Instant; readonly by: string };
  /** The optimistic lock; 0 for what is built in. */
  readonly version: number;
  /** Taken back; kept, so that its version goes on. */
  readonly ended?: true;
}

/**
 * Built in: what offices write is always taken in (12345, 街道, 住建局), though their machines send it; they are not answered.
 * The address can be forged, so that the scanners' verdict stands.
 */
export const builtInSenderRules: readonly SenderRule[] = [
  {
    sender: "@gov.cn",
    treatment: "allow",
    reason: "政府机关来信一律登记，不自动回复",
    source: "default",
    version: 0,
  },
];

const ADDRESS = /^[^\s@<>,;"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const HOST = /^@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/**
 * The one form of a sender as people type it: half width, lower case, no blanks or brackets; `host.example` alone is the host.
 * undefined: neither an address nor a host of two parts, so that no rule can mean everybody.
 */
export function senderPattern(typed: string): string | undefined {
  const text = typed.normalize("NFKC").trim().replace(/^<|>$/g, "").toLowerCase();
  const pattern = text.includes("@") ? text : `@${text}`;
  return ADDRESS.test(pattern) || HOST.test(pattern) ? pattern : undefined;
}

/** The key of a rule: whose mail, and to whom. */
export function senderRuleId({ sender, projectId }: Pick<SenderRule, "sender" | "projectId">): string {
  return `${projectId ?? "*"} ${sender}`;
}

/** The narrowest pattern first: the address, its host, the host above … */
function patternsOf(address: string): string[] {
  const whole = address.normalize("NFKC").trim().toLowerCase();
  const parts = whole.slice(whole.lastIndexOf("@") + 1).split(".");
  return [whole, ...parts.slice(0, -1).map((_, index) => `@${parts.slice(index).join(".")}`)];
}

/**
 * The rule for a sender's mail to one project: the narrowest pattern decides, of two alike the project's own before the
 * company's, and what people decided before what is built in.
 */
export function senderRuleFor(
  rules: readonly SenderRule[],
  address: string,
  projectId: string | undefined,
): SenderRule | undefined {
  const inForce = [...rules, ...builtInSenderRules].filter(
    (rule) => rule.ended !== true && (rule.projectId === undefined || rule.projectId === projectId),
  );
  for (const pattern of patternsOf(address)) {
    const alike = inForce.filter(({ sender }) => sender === pattern);
    const found = alike.find((rule) => rule.projectId !== undefined) ?? alike[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** For a mail to several projects the mildest of their rules: no project loses a letter by what another decided. */
export function senderRuleAmong(
  rules: readonly SenderRule[],
  address: string,
  projectIds: readonly string[],
): SenderRule | undefined {
  const wanted: readonly (string | undefined)[] = projectIds.length === 0 ? [undefined] : projectIds;
  const found = wanted.map((id) => senderRuleFor(rules, address, id));
  const mildest = found.find((rule) => rule?.treatment === "allow");
  if (mildest !== undefined || found.includes(undefined)) return mildest;
  return found.find((rule) => rule?.treatment === "quarantine") ?? found[0];
}
