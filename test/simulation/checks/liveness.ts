import { type Company, MAILS, TABLE } from "../engine/company.ts";
import type { Attributes } from "../services/dynamodb/values.ts";
import { checkCarried } from "./carried.ts";
import { checkOutside, checkReceived } from "./hooks.ts";
import type { Say } from "./known.ts";
import { checkReturned, checkSent, checkTold, sentOf } from "./messages.ts";
import type { Model } from "./model.ts";
import { checkMonths } from "./months.ts";
import { documentIn, type Json } from "./naive.ts";
import { checkOnward } from "./onward.ts";
import { checkSubmitted } from "./submitted.ts";

const iso = (at: number) => new Date(at).toISOString();
const text = (item: Attributes, name: string) => {
  const value = item[name];
  return value !== undefined && "S" in value ? value.S : "";
};

/** What must be true once nothing has gone wrong for a while: nothing owed, nothing left over, nothing unexplained. */
export function checkLiveness(company: Company, model: Model): void {
  const now = company.time.now;
  const table = company.aws.tables.get(TABLE);
  const documents = new Map<string, Json>();
  const notices = new Map<string, string[]>();
  const say = (rule: string, about: string) => model.broken(rule, about);
  const { sent } = company.aws.mails;
  // Before the table was lost as after it: what it does not know it sends again.
  const since = sent.filter(({ at }) => at >= model.restoredAt);
  const [times, ids] = [sentOf(since), new Set([...sent, ...company.wecom.sent].map(({ id }) => id))];
  for (const item of table?.all() ?? []) {
    const [pk, sk] = [text(item, "pk"), text(item, "sk")];
    const document = documentIn(item);
    if (document !== undefined) documents.set(pk.startsWith("C#") ? pk.slice(2) : `${pk}/${sk}`, document);
    if (sk.startsWith("NOTICE#")) {
      checkNotice(`${pk} ${sk}`, item, now, model);
      checkSent(`${pk} ${sk}`, item, times, ids, say);
      checkReturned(`${pk} ${sk}`, item, model.returned, say);
      const known = notices.get(pk);
      if (known === undefined) notices.set(pk, [sk]);
      else known.push(sk);
    }
    if (text(item, "alarmShard") === "ASIDE") model.broken("nothing-healthy-put-aside", `${pk} ${sk}`);
  }
  checkTold(model.told, notices, say);
  // What a backup does not know went another way before.
  for (const item of model.restoredAt === 0 ? (table?.all() ?? []) : [])
    if (text(item, "sk").startsWith("NOTICE#"))
      checkOnward(text(item, "pk"), text(item, "sk"), item, notices, say);
  for (const [id, document] of documents) checkDocument(id, document, now, model);
  for (const [source, { id, number }] of model.accepted) {
    const document = documents.get(id);
    if (document === undefined) model.broken("accepted-exists", `${source}: ${id} ${number}`);
    else if (document.registration.number !== number)
      model.broken("accepted-exists", `${source}: ${number}, not ${document.registration.number}`);
  }
  for (const { id, key, command } of model.commands.values()) {
    const document = documents.get(id);
    if (
      document !== undefined &&
      document.archive.length === 0 &&
      !document.events.some((event: Json) => event.commandId === key) &&
      !isEmpty(command)
    ) {
      model.broken("a-command-once", `${id}: ${command} ${key} was answered and is not there`);
    }
  }
  const { received } = company.hooks;
  if (model.restoredAt === 0) {
    checkReceived(received, model.hooks, say);
    checkOutside(documents.values(), received, model.hooks, waitingOutside(table?.all() ?? []), now, say);
  }
  checkSubmitted(table?.all() ?? [], model.submitted, say);
  checkFiles(company, documents, model.files, say);
  model.counts.months = checkMonths(company, documents, say);
  checkMails(documents, model);
  checkRules(documents, now, model);
  checkSchedules(company, documents, model);
  checkGroups(documents, model);
  const left = company.aws.objects.list(MAILS, "raw/").length;
  if (left > 0) model.broken("every-mail-taken", `${left} raw mails are left`);
  const dead = company.aws.queues
    .counts()
    .filter(({ name, visible }) => name.endsWith("-dead") && visible > 0);
  for (const { name, arn } of dead) checkDead(name, company.aws.queues.lying(arn), documents, model);
  if (model.calm && dead.length > 0) model.broken("no-dead-letters-without-fault", JSON.stringify(dead));
}

/** Messages to systems outside that are to be tried again, by subscription and id: when. */
function waitingOutside(items: Iterable<Attributes>): Map<string, number> {
  const waiting = new Map<string, number>();
  for (const { delivery } of items) {
    const one: Json = delivery !== undefined && "M" in delivery ? delivery.M : undefined;
    if (one?.status.M.state.S === "planned")
      waiting.set(`${one.subscriptionId.S} ${one.id.S}`, Date.parse(one.notBefore.S));
  }
  return waiting;
}

/** What was handed in with a complaint lies beside it, and the complaint names it. */
function checkFiles(
  { aws }: Company,
  documents: ReadonlyMap<string, Json>,
  files: Model["files"],
  say: Say,
): void {
  for (const [id, content] of files) {
    const document = documents.get(id);
    const kept = aws.objects.list("attachments", `complaints/${id}/`).filter(({ key }) => {
      const body = aws.objects.get("attachments", key)?.body;
      return body !== undefined && Buffer.from(body).toString("utf8") === content;
    });
    const isNamed = kept.some(({ key }) => JSON.stringify(document).includes(key.split("/").at(-1) ?? "?"));
    if (!isNamed && (document?.archive ?? []).length === 0)
      say("what-was-handed-in-is-kept", `${id}: ${kept.length} files`);
  }
}

/** What was given up failed each time because something went wrong, or it is about a document that a backup does not know. */
function checkDead(
  name: string,
  messages: readonly { readonly id: string; readonly body: string }[],
  documents: ReadonlyMap<string, Json>,
  model: Model,
): void {
  for (const { id, body } of messages) {
    const about: string | undefined = /"id":"([^"]+)"/.exec(body)?.[1];
    const isLost = model.restoredAt > 0 && about !== undefined && !documents.has(about);
    if (model.unexplained.has(id) && !isLost)
      model.broken("dead-letters-are-explained", `${name} ${id}: ${body.slice(0, 120)}`);
  }
}

/** Commands that may have nothing to change and then leave no event. */
function isEmpty(command: string): boolean {
  return [
    "complete-registration",
    "correct",
    "classify",
    "acknowledge",
    "resume",
    "leave-group",
    "extend",
  ].includes(command);
}

function checkDocument(id: string, document: Json, now: number, model: Model): void {
  if ((document.outbox ?? []).length > 0)
    model.broken("outbox-empty", `${id}: ${document.outbox.length} since ${document.writtenAt}`);
  if (document.armed !== undefined && document.armed.epoch !== document.alarm.epoch)
    model.broken("timer-armed", `${id}: ${document.armed.epoch}, not ${document.alarm.epoch}`);
  const due = document.alarm?.at;
  if (due !== undefined && Date.parse(due) < now - 15 * 60_000)
    model.broken("passed-rungs-decided", `${id}: due ${due}, now ${iso(now)}`);
}

function checkNotice(ref: string, item: Attributes, now: number, model: Model): void {
  const { notice } = item;
  const status = notice !== undefined && "M" in notice ? (notice.M as Json).status?.M : undefined;
  if (status === undefined) return;
  const state = status.state.S;
  if (state === "claimed") model.broken("no-claimed-notice", `${ref} until ${status.until.S}`);
  const planned = (notice as Json).M.notBefore?.S ?? (notice as Json).M.plannedAt.S;
  if (state === "planned" && Date.parse(planned) < now - 30 * 60_000)
    model.broken("every-notice-ends", `${ref} planned for ${planned}`);
}

/** A mail from outside is one complaint. */
function checkMails(documents: ReadonlyMap<string, Json>, model: Model): void {
  const found = new Map<number, string[]>();
  for (const [id, { registration, personal }] of documents) {
    if (registration?.channel !== "email") continue;
    const n = Number(/marked-(\d+)@/.exec(personal?.["1.email"]?.value ?? "")?.[1]);
    found.set(n, [...(found.get(n) ?? []), id]);
  }
  for (const n of model.mails.keys()) {
    const ids = found.get(n) ?? [];
    if (ids.length !== 1) model.broken("a-mail-is-one-complaint", `mail ${n}: ${ids.join() || "none"}`);
  }
}

/** 2 of company@2. */
function ordinalOf(version: string): number {
  return Number(version.split("@").at(-1));
}

/** What runs on was computed with the rules in force, wherever they were published. */
function checkRules(documents: ReadonlyMap<string, Json>, now: number, model: Model): void {
  for (const [id, document] of documents) {
    if (
      !["registered", "handling", "resolved"].includes(document.status) ||
      document.registration === undefined
    )
      continue;
    for (const clock of document.clocks) {
      if (clock.stoppedAt !== undefined) continue;
      for (const kind of ["policy", "calendar"] as const) {
        // Two who publish at once may be answered the other way round: what counts is the version's number.
        const last = model.published
          .filter((one) => one.kind === kind)
          .toSorted((a, b) => ordinalOf(a.version) - ordinalOf(b.version))
          .at(-1);
        const used: string = clock[`${kind}Version`];
        if (last !== undefined && last.at < now - 3 * 3_600_000 && !used.includes(last.version))
          model.broken("rules-in-force", `${id} ${clock.name}: ${used}, published ${last.version}`);
      }
    }
  }
}

/** D11: five households with one matter are a group, and in it nobody is owed less than alone. */
function checkGroups(documents: ReadonlyMap<string, Json>, model: Model): void {
  const say = (rule: string, about: string) => model.broken(rule, about);
  const groups = [...documents.values()].filter((document) => document.identity !== undefined);
  for (const [burst, ids] of model.bursts) {
    const members = ids
      .map((id) => documents.get(id))
      .filter(
        (one) =>
          one !== undefined && one.classCode === "1.2.2" && one.registration.recordKind === "complaint",
      );
    if (
      members.length < 5 ||
      members.some(
        (one) => one.status !== "registered" && one.status !== "handling" && one.group === undefined,
      )
    )
      continue;
    const { projectId } = members[0].registration;
    if (!groups.some((group) => group.identity.projectId === projectId))
      model.broken(
        "five-households-are-a-group",
        `burst ${burst} in ${projectId}: ${members.map((one) => `${one.registration.number} ${one.status} ${one.registration.householdKey} ${one.group?.id ?? ""}`).join("; ")}`,
      );
  }
  for (const group of groups) if ((group.archive ?? []).length === 0) checkCarried(group, model.known, say);
  for (const document of documents.values()) {
    const group = groups.find((one) => one.identity.id === document.group?.id);
    if (document.group === undefined || !["registered", "handling"].includes(document.status)) continue;
    if (group === undefined)
      model.broken("a-member-has-its-group", `${document.registration.id}: ${document.group.id}`);
    else checkMember(document, group, model);
  }
  for (const group of groups) checkMembership(group, documents, say);
}

/** Whom a group that stands has as its own says so, too; who has left is no member. */
function checkMembership(group: Json, documents: ReadonlyMap<string, Json>, say: Say): void {
  if (group.status !== "confirmed" && group.status !== "resolved") return;
  for (const { complaintId, joined } of group.members) {
    const member = documents.get(complaintId);
    if (joined && member?.group?.id !== group.identity.id)
      say(
        "a-group-has-its-members",
        `${group.identity.id}: ${complaintId} is ${member?.status ?? "not there"}`,
      );
  }
}

function checkMember(member: Json, group: Json, model: Model): void {
  if (group.status !== "confirmed") return;
  for (const clock of member.clocks) {
    if (
      clock.stoppedAt !== undefined ||
      !["firstReply", "result"].includes(clock.name) ||
      clock.cycle !== member.cycle
    )
      continue;
    // While a clock waits nobody is behind with it, wherever its limit stood before.
    if ((clock.pauses ?? []).some(({ to }: Json) => to === undefined)) continue;
    const due = clock.limits[0].dueAt;
    const same = group.clocks.filter((one: Json) => one.name === clock.name && one.stoppedAt === undefined);
    const covered = same.some((one: Json) => one.limits[0].dueAt <= due);
    if (!covered && due > member.group.since)
      model.broken(
        "no-less-than-alone",
        `${member.registration.id} ${clock.name} due ${due}; its group ${group.identity.id}: ${same.map((one: Json) => one.limits[0].dueAt).join() || "none"}`,
      );
  }
}

function checkSchedules(company: Company, documents: ReadonlyMap<string, Json>, model: Model): void {
  for (const { name, nextAt, modifiedAt } of company.aws.schedules.list()) {
    // What was set for a table that is lost rings once, for nothing, and is gone.
    if (modifiedAt < model.restoredAt) continue;
    const found = /^c-(.+)-(\d+)$/.exec(name);
    if (found === null || nextAt === undefined) continue;
    const document = documents.get(found[1] ?? "");
    if (document === undefined) model.broken("no-schedule-without-document", name);
    else if (Number(found[2]) !== document.alarm.epoch)
      model.broken("no-schedule-outlives-its-timer", `${name}, the timer is ${document.alarm.epoch}`);
  }
}
