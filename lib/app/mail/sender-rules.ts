import type { Person } from "../../domain/organisation/organisation.ts";
import { isHeadquarters, leads, mayRule } from "../../domain/organisation/rights.ts";
import { defined } from "../../domain/present.ts";
import {
  builtInSenderRules,
  type SenderRule,
  type SenderTreatment,
  senderPattern,
  senderRuleAmong,
  senderRuleId,
} from "../../domain/senders/rule.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { triage } from "../../domain/triage/triage.ts";
import type { Ports } from "../ports/index.ts";
import type { MailSign, ParsedMail } from "../ports/mail.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { MailCircumstances } from "./nature.ts";

type RulePorts = Pick<Ports, "clock" | "organisation" | "senderRules">;

const DAY = 86_400;
/** `default`: what was dropped can be looked up so long. */
export const DROPS_KEPT_DAYS = 90;
/** The count beside a rule is of the last thirty days. */
const COUNTED_DAYS = 30;

/** A rule with what it has dropped in the last thirty days. */
export interface SenderRuleInForce extends SenderRule {
  readonly id: string;
  readonly dropped: number;
}

/** The rules that concern a person: the company's, those built in, and those of the projects they lead. */
export async function listSenderRules(
  ports: RulePorts,
  person: Person,
): Promise<readonly SenderRuleInForce[]> {
  const projects = await ports.organisation.projects();
  const led = new Set(projects.filter((project) => leads(person, project)).map(({ id }) => id));
  const since = plusSeconds(toInstant(ports.clock.now()), -COUNTED_DAYS * DAY);
  const all = [...(await ports.senderRules.list()), ...builtInSenderRules];
  const theirs = all.filter(
    ({ ended, projectId }) => ended !== true && (projectId === undefined || led.has(projectId)),
  );
  return Promise.all(
    theirs.map(async (rule) => {
      const id = senderRuleId(rule);
      const drops = rule.treatment === "drop" ? await ports.senderRules.countDropped(id, since) : 0;
      return { ...rule, id, dropped: drops };
    }),
  );
}

/** A rule as a person asks for it; without `treatment` it is taken back. `version`: the one that was seen, 0 for none. */
export interface WantedSenderRule {
  readonly sender: string;
  readonly projectId?: string;
  readonly treatment?: SenderTreatment;
  readonly reason: string;
  readonly version: number;
}

/**
 * Makes, changes or ends a rule. Whoever leads a project decides for it, but only its manager and above may have mail dropped;
 * headquarters decide for the company.
 */
export async function putSenderRule(
  ports: RulePorts,
  person: Person,
  wanted: WantedSenderRule,
): Promise<SenderRule | Problem> {
  const sender = senderPattern(wanted.sender);
  if (sender === undefined) return problem("sender-invalid", { path: "sender" });
  const { projectId, treatment } = wanted;
  const refused = await mayNot(ports, person, projectId, treatment);
  if (refused !== undefined) return refused;
  const scope = { sender, ...defined({ projectId }) };
  const standing = await ports.senderRules.find(senderRuleId(scope));
  if (wanted.version !== (standing?.version ?? 0)) return problem("organisation-changed");
  if (treatment === undefined && standing === undefined) return problem("not-found");
  const rule: SenderRule = {
    ...scope,
    treatment: treatment ?? standing?.treatment ?? "quarantine",
    reason: wanted.reason,
    source: "company",
    changed: { at: toInstant(ports.clock.now()), by: person.id },
    version: wanted.version + 1,
    ...(treatment === undefined ? { ended: true } : {}),
  };
  return (await ports.senderRules.put(rule)) ? rule : problem("organisation-changed");
}

async function mayNot(
  { organisation }: RulePorts,
  person: Person,
  projectId: string | undefined,
  treatment: SenderTreatment | undefined,
): Promise<Problem | undefined> {
  if (projectId === undefined) return isHeadquarters(person) ? undefined : problem("forbidden");
  const project = await organisation.project(projectId);
  if (project === undefined || !leads(person, project))
    return problem("unknown-project", { path: "projectId" });
  return treatment === "drop" && !mayRule(person, project) ? problem("forbidden") : undefined;
}

/** The rule that a mail falls under: by its sender and the projects it was sent to. */
export function ruleOf(
  rules: readonly SenderRule[],
  mail: ParsedMail,
  projectIds: readonly string[],
): SenderRule | undefined {
  return senderRuleAmong(rules, mail.from?.address ?? "", projectIds);
}

/**
 * What is done with a mail that falls under a rule. D6: words of danger, and answers to what we wrote, are never dropped; a
 * rule that drops or puts aside has people look at them.
 */
export function treatmentOf(
  rule: SenderRule | undefined,
  mail: ParsedMail,
  { answersUs }: Pick<MailCircumstances, "answersUs">,
): SenderTreatment | undefined {
  if (rule?.treatment !== "drop") return rule?.treatment;
  const isHeard = answersUs || triage(`${mail.subject}\n${mail.text}`).safety;
  return isHeard ? "quarantine" : "drop";
}

/** What a machine's mail shows that an allowed sender's may show too. A failure report stays one, whoever sends it. */
const machineSigns: readonly MailSign[] = [
  "auto-replied",
  "auto-generated",
  "auto-subject",
  "newsletter",
  "list",
  "no-reply",
  "suppress",
  "junk",
];

/**
 * The mail of an allowed sender, without the marks for which it would be put aside. A virus stays one, and so does spam under
 * a rule that nobody made: its address may be forged.
 */
export function allowed(mail: ParsedMail, rule: SenderRule): ParsedMail {
  const passesSpam = mail.verdict === "spam" && rule.changed !== undefined;
  const { signs } = mail;
  return {
    ...mail,
    ...(passesSpam ? { verdict: null } : {}),
    autoReply: false,
    list: false,
    ...(signs === undefined ? {} : { signs: signs.filter((sign) => !machineSigns.includes(sign)) }),
  };
}

/** True if the mail shows that a machine made it: then it is registered and not answered, whatever its sender's rule. */
export function isMachineMade({ autoReply, list, mustNotAnswer, signs = [] }: ParsedMail): boolean {
  return autoReply || list || mustNotAnswer || signs.some((sign) => machineSigns.includes(sign));
}

/** Notes a dropped mail, once however often it comes; its raw form is kept like any other. */
export async function noteDropped(
  ports: Pick<Ports, "senderRules" | "telemetry">,
  rule: SenderRule,
  { at, rawKey }: { readonly at: Instant; readonly rawKey: string },
): Promise<void> {
  const mail = { ruleId: senderRuleId(rule), at, rawKey };
  await ports.senderRules.dropped(mail, plusSeconds(at, DROPS_KEPT_DAYS * DAY));
  ports.telemetry.count("MailsDropped");
}
