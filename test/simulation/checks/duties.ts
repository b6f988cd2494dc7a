import type { Known, Say } from "./known.ts";
import { dailyAfter, type Json, workingDaysAfter, workingMinutesAfter } from "./naive.ts";

const OFFICE = [[9, 18]] as const;

/** What an act of people stops and starts (D4, D6, D11): nobody is warned of what is done, nothing that is due is forgotten. */
export function checkFollows(id: string, { seq, fact }: Json, document: Json, say: Say): void {
  const running = (name: string) =>
    document.clocks.some((clock: Json) => clock.name === name && clock.stoppedAt === undefined);
  const stops =
    fact.type === "followUpAttempted" && fact.outcome !== "reached"
      ? []
      : (stopping[fact.type as string] ?? []);
  for (const name of stops)
    if (running(name))
      say("what-is-done-stops-its-clock", `${id} event ${seq} ${fact.type}: ${name} runs on`);
  if (fact.type === "withdrawn" || fact.type === "referred" || fact.type === "closed") {
    const left = document.clocks.find(
      (clock: Json) => clock.stoppedAt === undefined && clock.name !== "corrective",
    );
    if (left !== undefined)
      say("what-is-done-stops-its-clock", `${id} event ${seq} ${fact.type}: ${left.name} runs on`);
  }
  const has = (name: string) =>
    document.clocks.some((clock: Json) => clock.name === name && clock.cycle === document.cycle);
  const { recordKind, anonymous } = document.registration;
  if (fact.type === "registered" && !(has("firstReply") && has("result")))
    say("what-is-owed-has-a-clock", `${id} ${recordKind}: registered without firstReply or result`);
  if (fact.type === "reopened" && !has("result"))
    say(
      "what-is-owed-has-a-clock",
      `${id} event ${seq}: reopened without a result clock of cycle ${document.cycle}`,
    );
  const isGiven = fact.type === "assigned" || fact.type === "transferred";
  if (isGiven && document.status === "handling" && !running("accept"))
    say("what-is-owed-has-a-clock", `${id} event ${seq}: ${fact.type}, and nobody has to accept it`);
  if (
    fact.type === "resolved" &&
    !anonymous &&
    document.personal["1.phone"] !== undefined &&
    !has("followUp")
  )
    say("what-is-owed-has-a-clock", `${id} event ${seq}: resolved without followUp`);
  // What was judged no complaint of ours is not reported on.
  const isGrave = ["A", "B"].includes(document.level) && document.validity !== "invalid";
  const isReported = fact.type === "classified" || fact.type === "dailyReported";
  if (isReported && isGrave && document.status !== "resolved" && !running("dailyReport"))
    say(
      "what-is-owed-has-a-clock",
      `${id} event ${seq} ${fact.type}: level ${document.level} without dailyReport`,
    );
}

/** The first limit, counted on the fingers, for the built-in rules. */
export function checkDue(id: string, fact: Json, document: Json, say: Say): void {
  const isBuiltIn =
    String(fact.policyVersion).startsWith("built-in") && !String(fact.calendarVersion).includes("@");
  if (!isBuiltIn || fact.variantFrom !== undefined) return;
  const start = Date.parse(fact.startedAt);
  checkBeginning(id, fact, document, say);
  const expected = naiveDue(fact.name, start, fact.variant);
  if (expected === undefined) return;
  const { requestedReplyAt, external } = document.registration;
  // D11: the time that the customer asks for is one to hear by, and shortens nothing else; a platform's is one for all.
  const promised =
    fact.name === "firstReply"
      ? [requestedReplyAt, external?.dueAt]
      : fact.name === "result"
        ? [external?.dueAt]
        : [];
  const bounds = [
    expected,
    ...promised.map((one: Json) => Date.parse(one ?? "")).filter((one) => one > start),
  ];
  const due = Date.parse(fact.limits[0].dueAt);
  if (!bounds.includes(due) || due !== Math.min(...bounds)) {
    say(
      "due-as-counted",
      `${id} ${fact.name}#${fact.cycle} from ${fact.startedAt}: ${fact.limits[0].dueAt}, counted ${new Date(Math.min(...bounds)).toISOString()}`,
    );
  }
}

/** What runs from its arrival runs from then, and safety and 紧急 are answered at once (D6). */
function checkBeginning(id: string, fact: Json, { registration }: Json, say: Say): void {
  const { name, cycle, startedAt, variant } = fact;
  if (
    cycle === 1 &&
    ["firstReply", "result", "record"].includes(name) &&
    startedAt !== registration.receivedAt
  )
    say(
      "a-clock-begins-with-its-reason",
      `${id} ${name} from ${startedAt}, received ${registration.receivedAt}`,
    );
  const isUrgent = registration.safety === true || registration.urgency === "urgent";
  if (["firstReply", "result", "accept"].includes(name) && isUrgent !== (variant === "urgent"))
    say("urgent-is-at-once", `${id} ${name}#${cycle}: ${variant ?? "ordinary"}, urgent ${isUrgent}`);
}

/** Rungs of the ordinary ladder: nobody is woken for them between nine in the evening and eight. */
const ordinary = ["half", "four-fifths", "limit", "plus-4h", "plus-1d"];

/** Quiet hours hold back what presses nobody; whoever is on duty then hears all the same, in a half of its own, and nobody else. */
export function checkQuiet(about: string, fact: Json, { clocks }: Json, say: Say): void {
  const { rung, due, audience } = fact;
  // A reminder for before the quiet hours of what came in them is late already, and comes at once.
  const own = clocks.find(
    (one: Json) => one.name === fact.name && one.cycle === fact.cycle && one.key === fact.key,
  );
  if (audience === "off-duty" && Math.abs(Date.parse(due) - Date.parse(own?.startedAt)) < 2000) return;
  if (!ordinary.includes(String(rung).replace(/[.+@].*$/, "")) || audience === "on-duty") return;
  const minutes = new Date(Date.parse(due) + 8 * 3_600_000).toISOString().slice(11, 16);
  if (minutes > "21:00" || minutes < "08:00") say("nobody-is-woken-for-it", `${about} at ${due}`);
}

/** D10: a number begins with where it came in. */
const prefixes: Readonly<Record<string, string>> = {
  phone: "",
  relay: "Q",
  wechat: "W",
  forum: "L",
  email: "E",
  web: "N",
  mailbox: "B",
  visit: "V",
  letter: "X",
  sms: "S",
  press: "M",
  oral: "K",
  government: "G",
};

export function checkNumber({ id, channel, number }: Json, say: Say): void {
  const digits = String(number).slice((prefixes[channel] ?? "?").length);
  if (!String(number).startsWith(prefixes[channel] ?? "?") || !/^\d{3,}$/.test(digits))
    say("a-number-says-its-source", `${id} ${channel}: ${number}`);
}

/** The timer is never later than the earliest rung that is still to come. */
export function checkTimer(id: string, document: Json, say: Say): void {
  if (
    document.registration === undefined ||
    !["registered", "handling", "resolved"].includes(document.status)
  )
    return;
  const since = document.group?.since;
  for (const clock of document.clocks) {
    const pausedNow = clock.pauses?.at(-1)?.to === undefined && clock.pauses?.length > 0;
    if (clock.stoppedAt !== undefined || pausedNow) continue;
    for (const rung of clock.rungs) {
      if (rung.decidedAt !== undefined || rung.acknowledgedAt !== undefined || rung.id.includes("."))
        continue;
      if (since !== undefined && rung.at >= since) continue;
      if (document.alarm.at === undefined || document.alarm.at > rung.at)
        say(
          "the-timer-covers-every-rung",
          `${id} ${clock.name} ${rung.id} at ${rung.at}, timer ${document.alarm.at}`,
        );
    }
  }
}

/** Whom the rungs of the built-in ladders are for (docs/clocks-and-policies.md). */
const posts: Readonly<Record<string, readonly string[]>> = {
  received: ["clerk", "handler"],
  half: ["handler", "department-head"],
  "four-fifths": ["handler", "department-head"],
  "desk-four-fifths": ["clerk", "supervisor"],
  "daily-four-fifths": ["supervisor"],
  "daily-limit": ["manager", "project-manager"],
  grave: ["manager", "project-manager"],
  "at-once": ["handler", "supervisor", "project-manager"],
  limit: ["supervisor", "manager"],
  "plus-10min": ["manager"],
  "plus-30min": ["region"],
  "plus-60min": ["headquarters"],
  "plus-4h": ["project-manager"],
  "plus-1d": ["region"],
  headquarters: ["headquarters"],
};

/** The posts that a rung of the built-in ladders is for; none for one that is not among them. */
export function postsOf({ rung }: Json): readonly string[] {
  return posts[String(rung).replace(/[.+@].*$/, "")] ?? [];
}

/** A rung goes to the posts it is for; whoever stands in for an empty one says so. */
export function checkPosts(about: string, { rung, recipients }: Json, say: Say): void {
  const wanted = postsOf({ rung });
  for (const { personId, post, insteadOf } of wanted.length === 0 ? [] : recipients) {
    if (!wanted.includes(insteadOf ?? post))
      say("to-the-right-post", `${about}: ${personId}, ${insteadOf ?? post}`);
  }
}

/** Facts that stop these clocks and no others. */
const stopsOnly: Readonly<Record<string, readonly string[]>> = {
  replied: ["firstReply"],
  accepted: ["accept"],
  planWritten: ["plan"],
  progressed: ["node", "department"],
  dailyReported: ["dailyReport"],
  registrationCompleted: ["record"],
  stepRecorded: ["department"],
  noted: [],
  urged: [],
  messageReceived: [],
  attachmentsStored: [],
  rungDecided: [],
  rungAcknowledged: [],
};

/** A clock is stopped by what it waits for: the events of one command, none of which ends more than its own clock. */
export function checkStops(id: string, fresh: readonly Json[], say: Say): void {
  for (const { commandId, seq, fact } of fresh) {
    if (fact.type !== "clockStopped") continue;
    const acts = fresh.filter(
      (one) => one.commandId === commandId && !String(one.fact.type).startsWith("clock"),
    );
    const known = acts.map((one) => stopsOnly[one.fact.type as string]);
    if (known.length === 0 || known.includes(undefined)) continue;
    if (!known.flat().includes(fact.name))
      say(
        "a-clock-stops-for-its-reason",
        `${id} event ${seq}: ${fact.name} by ${acts.map((one) => one.fact.type).join()}`,
      );
  }
}

/** Facts and the clocks that must not run on after them. */
const stopping: Readonly<Record<string, readonly string[]>> = {
  replied: ["firstReply"],
  accepted: ["accept"],
  resolved: ["firstReply", "result", "accept", "department", "plan", "node", "dailyReport"],
  followUpAttempted: ["followUp"],
  planWritten: ["plan"],
  invalidExplained: ["invalidExplain"],
  replyDocumentSent: ["external"],
  ticketSentBack: ["external"],
};

/** D6 and the platforms: nobody lets these wait. */
const neverPaused: readonly string[] = ["record", "firstReply", "external"];

/** D8: the first grade that the customer gave stays, whatever is said later. */
export function checkGrade(id: string, known: Known, { firstGrade }: Json, say: Say): void {
  if (known.grade !== undefined && firstGrade !== known.grade)
    say("the-first-grade-stays", `${id}: ${known.grade}, then ${firstGrade}`);
  known.grade = firstGrade;
}

/** What must not wait does not, and a ticket has the platform's own limit. */
export function checkTicket(id: string, { seq, fact }: Json, { registration }: Json, say: Say): void {
  if (fact.type === "clockPaused" && neverPaused.includes(fact.name))
    say("what-must-not-wait-does-not", `${id} event ${seq}: ${fact.name}`);
  if (fact.type !== "clockStarted" || fact.name !== "external" || fact.cycle !== 1) return;
  const given = registration.external?.dueAt;
  if (fact.key === undefined && given !== undefined && fact.limits[0].dueAt !== given)
    say("a-ticket-is-due-as-it-says", `${id} event ${seq}: ${fact.limits[0].dueAt}, not ${given}`);
}

/** The first limit of a clock under the built-in rules (docs/clocks-and-policies.md); undefined where it is given. */
function naiveDue(name: string, start: number, variant: string | undefined): number | undefined {
  const minutes = (count: number) => start + count * 60_000;
  switch (name) {
    case "record":
    case "invalidExplain":
      return minutes(24 * 60);
    case "firstReply":
      return variant === "urgent" ? minutes(30) : minutes(24 * 60);
    case "result":
      return variant === "urgent" ? minutes(24 * 60) : workingDaysAfter(start, 3);
    case "accept":
      return variant === "urgent" ? minutes(10) : workingMinutesAfter(start, 120, OFFICE);
    case "plan":
      return workingDaysAfter(start, 3);
    case "followUp":
      return variant === "grave" ? minutes(24 * 60) : workingDaysAfter(start, 3);
    case "dailyReport":
      return dailyAfter(start);
    default:
      return undefined;
  }
}
