import type { CompanyFile } from "../../../lib/contracts/company-file.ts";
import type { Answer, Asked } from "../people/desk.ts";
import type { Change } from "../services/dynamodb/table.ts";
import type { Attributes } from "../services/dynamodb/values.ts";
import { mayFollowClosing } from "./after-closing.ts";
import { checkChain } from "./chain.ts";
import { checkClosing, keepSteps } from "./closing.ts";
import {
  checkDue,
  checkFollows,
  checkGrade,
  checkNumber,
  checkStops,
  checkTicket,
  checkTimer,
} from "./duties.ts";
import { checkEmergency } from "./emergencies.ts";
import type { Hook } from "./hooks.ts";
import { type Known, neverAnswered, newlyKnown, SKEW, type Violation, type World } from "./known.ts";
import { marked } from "./marked.ts";
import { remembered } from "./memory.ts";
import { type Told, toldOf } from "./messages.ts";
import { documentIn, type Json } from "./naive.ts";
import { checkNotice, noticeIn } from "./notice.ts";
import { Owed } from "./owed.ts";
import { Pace } from "./pace.ts";
import { checkGivenBack, keepDues } from "./pauses.ts";
import { type Staff, staffOf } from "./recipients.ts";
import { checkRung } from "./rungs.ts";
import { checkArmed, checkAside, checkNoticeSight, checkSight, scheduleName } from "./sight.ts";
import { Standing } from "./standing.ts";
import type { Submitted } from "./submitted.ts";

/**
 * The company as the regulations see it, written down as simply as can be: who was promised what, what may never happen
 * to a document, when a clock is due, who may be told. It follows every write and every answer.
 */
export class Model {
  readonly violations: Violation[] = [];
  readonly known = new Map<string, Known>();
  readonly accepted = new Map<string, { readonly id: string; readonly number: string }>();
  readonly mails = new Map<number, number>();
  readonly numbers = new Map<string, string>();
  readonly commands = new Map<
    string,
    { readonly id: string; readonly key: string; readonly answer: string; readonly command: string }
  >();
  readonly logs: string[] = [];
  counts = {
    events: 0,
    rungs: 0,
    commands: 0,
    refused: 0,
    failed: 0,
    notices: 0,
    late: 0,
    logs: 0,
    months: 0,
  };
  /** True while nothing at all goes wrong in this run: then nothing may be late and nothing may fail. */
  calm = false;
  /** Instants at which the clocks of functions may differ, or rules change. */
  otherRules = false;
  /** True while nothing goes wrong that could delay anything: then the ordinary way is in time, without the sweep. */
  gentle = false;
  /** When the table came back from a backup; 0 if it never did. */
  restoredAt = 0;
  /** While the operator brings the table back, what is written has been before. */
  isRestoring = false;
  /** Who has to hear of what, as the events say. */
  readonly told: Told[] = [];
  /** People who have left, with their last day. */
  readonly left = new Map<string, string>();
  /** Notices whose mail came back. */
  readonly returned = new Set<string>();
  /** Systems outside that have asked to be told. */
  readonly hooks = new Map<string, Hook>();
  /** What projects wrote of a month and were told is there, by month and project. */
  readonly submitted = new Map<string, Submitted>();
  /** Files that were handed in with complaints, by their ids. */
  readonly files = new Map<string, string>();
  /** Timers that a backup says are set; they may have been deleted since, and the sweep rings in their place. */
  readonly #ofBackup = new Set<string>();
  readonly #alarms = new Map<string, { readonly epoch: number; readonly at?: string }>();
  readonly #pace = new Pace();
  readonly #owed = new Owed();
  readonly #standing = new Standing();
  /** Messages that failed though nothing went wrong with the function that had them. */
  readonly unexplained = new Set<string>();
  /** Messages whose function said that they failed. */
  readonly #failed = new Set<string>();
  readonly #say = (rule: string, about: string) => this.broken(rule, about);
  readonly #now: () => number;
  readonly #world: World;
  readonly staff: Staff;

  constructor(file: CompanyFile, rosters: Staff["rosters"], world: World) {
    this.#now = () => world.now();
    this.#world = world;
    this.staff = staffOf(file, rosters, this.left);
  }

  broken(rule: string, about: string): void {
    // One is enough to look at; the rest would be its echo.
    if (this.violations.length < 20) this.violations.push({ rule, at: this.#now(), about });
  }

  /** Complaints of one burst: people who told of one matter in one project within the hour. */
  readonly bursts = new Map<number, string[]>();

  ofBurst(burst: number, id: string): void {
    this.bursts.set(burst, [...(this.bursts.get(burst) ?? []), id]);
  }

  mailed(n: number, at: number): void {
    this.mails.set(n, at);
  }

  /** An answer of the desk, or none. */
  answered({ method, path, as, headers, body }: Asked, answer: Answer | undefined): void {
    if (answer === undefined || answer.status >= 500) {
      this.counts.failed += 1;
      if (this.calm)
        this.broken(
          "no-5xx",
          `${method} ${path} ${answer?.status ?? "no answer"} ${JSON.stringify(answer?.json)}`,
        );
      return;
    }
    if (answer.status >= 400) this.counts.refused += 1;
    const never = neverAnswered[answer.json?.code];
    if (never !== undefined) this.broken(never, `${method} ${path}`);
    const rules = /^\/(policies|calendar)$/.exec(path)?.[1];
    if (method === "PUT" && rules !== undefined && answer.status < 300)
      this.published.push({
        kind: rules === "policies" ? "policy" : "calendar",
        version: answer.json.version,
        at: this.#now(),
      });
    const isIntake = method === "POST" && (path.endsWith("/complaints") || path.endsWith("/rounds"));
    if (isIntake && answer.status < 300) this.#intake(as, path, body as Json, answer.json);
    const command = /^\/complaints\/([^/]+)\/commands\/([^/]+)$/.exec(path);
    const carriedOut = this.known
      .get(command?.[1] ?? "")
      ?.commands.has(`${as}:${headers["idempotency-key"]}`);
    if (answer.status >= 400 && carriedOut === true)
      this.broken("what-was-done-is-not-refused", `${as} ${path}: ${answer.status} ${answer.json?.code}`);
    if (command !== null && answer.status === 200)
      this.#commanded(as, headers["idempotency-key"] ?? "", command, answer.json);
  }

  #intake(as: string, path: string, body: Json, json: Json): void {
    const one = (source: string, id: string, number: string) => {
      const before = this.accepted.get(source);
      if (before !== undefined && (before.id !== id || before.number !== number)) {
        this.broken("accepted-once", `${source}: ${before.id} ${before.number}, then ${id} ${number}`);
      }
      this.accepted.set(source, { id, number });
      const owner = this.numbers.get(number);
      if (owner !== undefined && owner !== id) this.broken("one-number", `${number} of ${owner} and ${id}`);
      this.numbers.set(number, id);
    };
    if (path.endsWith("/rounds"))
      for (const slip of json.accepted) one(`${as} ${body.roundId} ${slip.slipId}`, slip.id, slip.number);
    else one(`${as} ${path} ${body.sourceId}`, json.id, json.number);
  }

  #commanded(as: string, key: string, [, id = "", name = ""]: RegExpExecArray, json: Json): void {
    this.counts.commands += 1;
    const commandId = `${id} ${as}:${key}`;
    const answer = `${json.version} ${json.status}`;
    const before = this.commands.get(commandId);
    if (before !== undefined && before.answer !== answer)
      this.broken("same-key-same-answer", `${commandId} ${name}: ${before.answer}, then ${answer}`);
    this.commands.set(commandId, { id, key: `${as}:${key}`, answer, command: name });
  }

  /**
   * What is known now, to go back to when the table does. Numbers stay: those given since are in people's hands, and none may be
   * given again.
   */
  remember(): () => void {
    const { known, accepted, mails, commands, told, returned, bursts, published, left } = this;
    const { hooks, files, submitted } = this;
    const parts = [known, accepted, mails, commands, told, returned, bursts, published, left];
    const back = remembered([...parts, hooks, files, submitted]);
    return () => {
      back();
      this.#alarms.clear();
      this.#owed.forget();
      this.#standing.forget();
      this.restoredAt = this.#now();
    };
  }

  /** A write to the table. */
  changed(change: Change, before: Attributes | undefined, after: Attributes | undefined): void {
    const text = (name: string) => (change.keys[name] as { S: string } | undefined)?.S ?? "";
    const [pk, sk] = [text("pk"), text("sk")];
    if (sk.startsWith("NOTICE#")) return this.#notice(`${pk} ${sk}`, before, after);
    const isComplaint = pk.startsWith("C#") && sk === "DOC";
    const isGroup = pk.startsWith("G#") && sk.startsWith("GROUP#");
    const isOther = sk === "EMERGENCY" || sk.startsWith("SUBMISSION#");
    if (!isComplaint && !isGroup && !isOther) return;
    if (after === undefined) return this.broken("never-deleted", pk);
    const document = documentIn(after);
    this.#owed.document(`${pk} ${sk}`, document, this.#now());
    const timer = scheduleName(pk, document, document.alarm.epoch) ?? "";
    if (this.isRestoring) {
      this.#ofBackup.add(timer);
      return;
    }
    checkSight(`${pk} ${sk}`, after, document, this.#say);
    checkAside(`${pk} ${sk}`, after, this.#now(), this.#say);
    this.#standing.document(`${pk} ${sk}`, document, this.#say);
    if (sk === "EMERGENCY") checkEmergency(document, this.staff, this.#say);
    if (isOther) return;
    this.#alarms.set(document.registration?.id ?? document.identity?.id, document.alarm);
    this.#document(isComplaint ? pk.slice(2) : `${pk}/${sk}`, pk, document);
    if (!this.#ofBackup.has(timer))
      checkArmed(pk, document, this.#now(), (name) => this.#world.scheduled(name), this.#say);
    if (this.gentle) this.#pace.reactions(pk, document.outbox, this.#now(), this.#say);
  }

  #notice(ref: string, before: Attributes | undefined, after: Attributes | undefined): void {
    const [was, is] = [noticeIn(before), noticeIn(after)];
    if (is === undefined || after === undefined) return;
    checkNoticeSight(ref, after, is, this.#say);
    checkAside(ref, after, this.#now(), this.#say);
    this.#owed.notice(ref, is);
    const to = is.status.M.state.S;
    if (this.gentle && was?.status.M.state.S !== to) this.#pace.notice(ref, is, this.#now(), this.#say);
    if (to === "handedOver") this.counts.notices += 1;
    checkNotice(ref, was, is, this.#now(), this.#say);
  }

  #document(id: string, pk: string, document: Json): void {
    const known = this.#knownOf(id, document);
    if (known === undefined) return;
    if (document.revision !== known.revision + 1)
      this.broken("revision-plus-one", `${id}: ${known.revision} → ${document.revision}`);
    known.revision = document.revision;
    const archived = (document.archive ?? []).at(-1);
    const skipped = archived?.toSeq ?? 0;
    const left = this.#left(document, known.hashes.length);
    const fresh = [...left.events, ...document.events].filter(({ seq }) => seq > known.hashes.length);
    const whole = { ...document, personal: { ...left.personal, ...document.personal } };
    for (const event of document.events) {
      if (event.seq <= known.hashes.length && event.hash !== known.hashes[event.seq - 1])
        this.broken("history-stands", `${id} event ${event.seq}`);
    }
    if (known.hashes.length > skipped + document.events.length)
      this.broken("history-stands", `${id} has lost events`);
    const ofThisWrite = new Set<string>();
    for (const event of fresh) this.#event(id, known, event, whole, ofThisWrite);
    for (const event of fresh)
      this.told.push(
        ...toldOf(document.registration === undefined ? `G#${document.identity.id}` : pk, event),
      );
    for (const event of document.registration === undefined ? [] : fresh) {
      checkFollows(id, event, document, this.#say);
      checkTicket(id, event, document, this.#say);
      keepSteps(known, event);
      checkClosing(id, known, event, document, this.#say);
    }
    for (const event of fresh.filter(({ fact }) => fact.type === "clockResumed"))
      checkGivenBack(id, event, document, known.dues, this.#say);
    keepDues(known.dues, document);
    checkGrade(id, known, document, this.#say);
    // A group's clocks follow those of its members, whenever they find that they must.
    if (document.registration !== undefined) checkStops(id, fresh, this.#say);
    checkTimer(id, document, this.#say);
  }

  /** Events that left the document in the very write that brought them. */
  #left(document: Json, known: number): { readonly events: Json[]; readonly personal: Json } {
    const first = document.events[0]?.seq ?? Number.POSITIVE_INFINITY;
    const runs = (document.archive ?? [])
      .filter(({ toSeq }: Json) => toSeq > known)
      .map(({ key }: Json) => JSON.parse(this.#world.beside(key) ?? '{"entries":[]}'));
    return {
      events: runs.flatMap(({ entries }: Json) => entries).filter(({ seq }: Json) => seq < first),
      personal: Object.assign({}, ...runs.map(({ personal }: Json) => personal)),
    };
  }

  #knownOf(id: string, document: Json): Known | undefined {
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const known = newlyKnown(document.registration?.number ?? id);
    this.known.set(id, known);
    const owner = this.numbers.get(known.number);
    if (owner !== undefined && owner !== id)
      this.broken("one-number", `${known.number} of ${owner} and ${id}`);
    this.numbers.set(known.number, id);
    return known;
  }

  #event(id: string, known: Known, event: Json, document: Json, ofThisWrite: Set<string>): void {
    this.counts.events += 1;
    checkChain(id, known, event, document, this.#say);
    if (!ofThisWrite.has(event.commandId) && known.commands.has(event.commandId))
      this.broken("a-command-once", `${id}: ${event.commandId} at ${event.seq} again`);
    known.commands.set(event.commandId, event.seq);
    ofThisWrite.add(event.commandId);
    if (Math.abs(Date.parse(event.recordedAt) - this.#now()) > SKEW + 700_000)
      this.broken("recorded-when-it-was", `${id} event ${event.seq} ${event.recordedAt}`);
    this.#fact(id, known, event, document);
  }

  #fact(id: string, known: Known, event: Json, document: Json): void {
    const { fact } = event;
    if (known.closed && !mayFollowClosing(fact, document))
      this.broken("nothing-after-closing", `${id} event ${event.seq} ${fact.type}`);
    if (fact.type === "registered" && document.registration !== undefined)
      checkNumber(document.registration, this.#say);
    const given = fact.handlerId ?? (fact.type === "handedOver" ? fact.toPersonId : undefined);
    if (given !== undefined) this.staff.handlers.add(given);
    switch (fact.type) {
      case "registered":
      case "classified":
        known.urgent =
          (fact.safety ?? (fact.type === "registered" ? false : known.urgent))
            ? true
            : (fact.urgency ?? "general") === "urgent";
        known.grave = fact.level === undefined ? known.grave : fact.level === "A" || fact.level === "B";
        if (fact.type === "registered" && id.length < 30 && document.registration !== undefined)
          known.urgent = fact.safety || fact.urgency === "urgent";
        known.pressed ||= known.urgent || known.grave;
        break;
      case "closed":
      case "withdrawn":
      case "referred":
        known.closed = true;
        break;
      case "reopened":
        known.closed = false;
        break;
      case "leftGroup":
        known.alone = Date.parse(event.recordedAt);
        break;
      case "rungDecided":
        checkRung(id, known, event, document, this, this.#say);
        break;
      case "clockStarted":
        if (document.registration !== undefined) checkDue(id, fact, document, this.#say);
        break;
    }
  }

  /** Versions of the rules that were published, oldest first, with when. */
  readonly published: {
    readonly kind: "policy" | "calendar";
    readonly version: string;
    readonly at: number;
  }[] = [];

  /** Messages are given to a function. */
  given(messageIds: readonly string[]): void {
    for (const id of messageIds) this.#failed.delete(id);
  }

  /** A function said that messages are done: what failed must come back. */
  done(messageIds: readonly string[]): void {
    for (const id of messageIds) if (this.#failed.has(id)) this.broken("what-failed-comes-back", id);
  }

  /** A timer's message that is done has moved its document on, or it was too early and has been sent round once more. */
  rang(id: string, epoch: number | undefined, again: boolean): void {
    const alarm = this.#alarms.get(id);
    if (alarm?.at === undefined || alarm.epoch !== epoch || again) return;
    this.broken("a-timer-is-answered", `${id} ${epoch} for ${alarm.at}`);
  }

  /** From time to time: whatever was lost has been made good. `lastTrouble`: until when something was wrong last. */
  look(lastTrouble: number): void {
    this.#owed.check(this.#now(), lastTrouble, this.#say);
  }

  /** A function failed with these messages; `isExplained`: something went wrong with it. */
  failed(messageIds: readonly string[], isExplained: boolean): void {
    if (!isExplained) for (const id of messageIds) this.unexplained.add(id);
  }

  /** What a function sends where it is kept: ids are enough there. */
  handedOn(text: string): void {
    const spilled = marked(text);
    if (spilled !== undefined)
      this.broken("no-personal-value-in-messages", `${spilled}: ${text.slice(0, 200)}`);
  }

  /** A line of a function's log. */
  logged(line: string): void {
    this.counts.logs += 1;
    const failed = line.includes("message failed") ? /"messageId":\s*"([^"]+)"/.exec(line)?.[1] : undefined;
    if (failed !== undefined) this.#failed.add(failed);
    const spilled = marked(line);
    if (spilled !== undefined) this.broken("no-personal-value-in-logs", `${spilled}: ${line.slice(0, 300)}`);
  }
}
