/** A mistake that somebody could make in the protocol: in one file, one text in place of another. */
export interface PlantedFault {
  readonly name: string;
  /** What it is, for the table. */
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const fault = (name: string, what: string, file: string, find: string, put: string): PlantedFault => ({
  name,
  what,
  file,
  find,
  put,
});

const store = "lib/adapters/dynamodb/complaints/complaint-store.ts";
const notices = "lib/adapters/dynamodb/work/notice-store.ts";
const groupStore = "lib/adapters/dynamodb/core/versioned-item.ts";
const react = "lib/app/documents/react.ts";
const arm = "lib/app/documents/arm.ts";
const change = "lib/app/documents/change.ts";
const complaintChange = "lib/app/complaints/change.ts";
const seal = "lib/domain/document/seal.ts";
const timer = "lib/domain/document/timer.ts";
const notice = "lib/domain/notices/notice.ts";
const rungs = "lib/domain/complaint/rules/rungs.ts";
const commands = "lib/domain/complaint/commands";

/** Mistakes of the kind that reviews miss: each must be found by the simulation. */
export const plantedFaults: readonly PlantedFault[] = [
  fault(
    "insert-unconditional",
    "a new complaint is written over one that is there",
    store,
    'Item,\n          ConditionExpression: "attribute_not_exists(pk)",',
    "Item,",
  ),
  fault(
    "replace-unconditional",
    "the condition on the revision is dropped",
    store,
    'ConditionExpression: "revision = :expected",\n          ExpressionAttributeValues: { ":expected": expectedRevision },\n',
    "",
  ),
  fault(
    "group-replace-unconditional",
    "a group's condition on the revision is always true",
    groupStore,
    '"revision = :expected"',
    '"revision >= :expected OR revision < :expected"',
  ),
  fault(
    "notice-plan-unconditional",
    "planning a notice again forgets that it was sent",
    notices,
    '          ConditionExpression: "attribute_not_exists(pk)",\n',
    "",
  ),
  fault(
    "notice-replace-unconditional",
    "a notice's state and attempt are not compared",
    notices,
    '"#notice.#status.#state = :state AND #notice.#attempt = :attempt"',
    '"attribute_exists(pk) OR (#notice.#status.#state = :state AND #notice.#attempt = :attempt)"',
  ),
  fault(
    "own-command-not-recognised",
    "a command whose answer was lost is carried out again",
    complaintChange,
    "(await wasCarriedOut(ports, current, what.commandId))\n",
    'what.commandId === ""\n',
  ),
  fault(
    "conflict-taken-for-success",
    "a lost race counts as written",
    change,
    "return conflict === undefined ? { done: { document, before, written: true } } : { lostTo: conflict };",
    "return conflict === undefined || conflict !== undefined ? { done: { document, before, written: true } } : { lostTo: conflict };",
  ),
  fault(
    "outbox-cleared-first",
    "the outbox is emptied before its messages are handed over",
    react,
    "if (fresh.length === 0) return;\n  const owed",
    "if (fresh.length < 2) return;\n  const owed",
  ),
  fault(
    "race-forgets-new-outbox",
    "after a lost race nothing new is handed over",
    react,
    "document.outbox.filter((number) => !handled.has(number))",
    "document.outbox.filter((number) => handled.size === 0 && !handled.has(number))",
  ),
  fault(
    "notice-queued-never",
    "a planned notice is not put on its queue and the sweep's alarm is lost",
    notice,
    "return notice.notBefore ?? notice.plannedAt;",
    "return undefined;",
  ),
  fault(
    "armed-without-timer",
    "the armed epoch is recorded though no schedule was made",
    arm,
    "  await ports.timers.schedule(timerName(ports, ref, epoch), at, { ...ref, epoch });\n",
    "",
  ),
  fault(
    "throttle-taken-for-armed",
    "a throttled schedule counts as armed",
    arm,
    "await ports.reactQueue.send(ref, { delaySeconds });\n    return armed;",
    'return { epoch: alarm.epoch, ...(alarm.at === undefined ? {} : { at: alarm.at, via: "schedule" as const }) };',
  ),
  fault(
    "old-schedule-kept",
    "the superseded schedule is not deleted",
    arm,
    'const isStanding = armed.via === "schedule"',
    'const isStanding = armed.via === "queue" && armed.at === undefined',
  ),
  fault(
    "wrong-schedule-deleted",
    "the new epoch's schedule is deleted instead of the old one's",
    arm,
    "ports.timers.unschedule(timerName(ports, ref, old))",
    "ports.timers.unschedule(timerName(ports, ref, old + 1))",
  ),
  fault(
    "unsaid-schedule-kept",
    "a schedule is not deleted that was set by whoever died before recording it",
    arm,
    "const between = revision === 1 ? 0 : alarm.epoch - armed.epoch - 1;",
    "const between = Math.min(0, alarm.epoch - armed.epoch - 1);",
  ),
  fault(
    "epoch-ignored",
    "the epoch does not rise when the timer moves",
    timer,
    "const epoch = alarm.epoch + 1;",
    "const epoch = Math.max(1, alarm.epoch);",
  ),
  fault(
    "queue-delay-too-long",
    "delays up to an hour go to the queue, which refuses them",
    arm,
    "const QUEUE_DELAY_LIMIT_SECONDS = 900;",
    "const QUEUE_DELAY_LIMIT_SECONDS = 3600;",
  ),
  fault(
    "early-timer-swallowed",
    "a timer that comes early is not sent round again",
    "lib/app/documents/early.ts",
    "if (message.epoch === epoch) {",
    "if (message.epoch === epoch + 1) {",
  ),
  fault(
    "outbox-check-far",
    "pending reactions are looked at again after a day",
    timer,
    "const OUTBOX_CHECK_SECONDS = 120;",
    "const OUTBOX_CHECK_SECONDS = 86_400;",
  ),
  fault(
    "settled-too-soon",
    "a document with an old timer counts as settled",
    timer,
    "return outbox.length > 0 || armed.epoch !== alarm.epoch;",
    "return outbox.length > 0;",
  ),
  fault(
    "outbox-of-the-last-write-only",
    "what was still owed before a write is forgotten",
    seal,
    "const outbox = [...(before?.outbox ?? [])];",
    "const outbox: number[] = [];",
  ),
  fault(
    "revision-stands",
    "the revision does not rise",
    seal,
    "revision: (before?.revision ?? 0) + 1",
    "revision: Math.max(1, before?.revision ?? 0)",
  ),
  fault(
    "chain-starts-anew",
    "an event is chained to nothing",
    seal,
    'hash: chainHash(last?.hash ?? "", event, digest)',
    'hash: chainHash(event.seq % 7 === 0 ? "" : (last?.hash ?? ""), event, digest)',
  ),
  fault(
    "claimed-for-ever",
    "a claim never runs out",
    notice,
    'if (notice.status.until > now) return "busy";',
    'if (notice.status.until > "") return "busy";',
  ),
  fault(
    "claim-not-respected",
    "a notice that somebody is sending is claimed again",
    notice,
    'if (notice.status.until > now) return "busy";',
    "",
  ),
  fault(
    "failure-not-planned-again",
    "a failed attempt stays claimed",
    notice,
    'status: last ? { state: "failed", at, reason } : { state: "planned" },',
    'status: last ? { state: "failed", at, reason } : notice.status,',
  ),
  fault(
    "claim-has-no-alarm",
    "the sweep does not look at claims",
    notice,
    '    case "claimed":\n      return notice.notBefore ?? notice.plannedAt;\n',
    '      return notice.notBefore ?? notice.plannedAt;\n    case "claimed":\n',
  ),
  fault(
    "sent-again",
    "what was handed over is planned again when its message comes twice",
    notice,
    '    case "handedOver":\n    case "unneeded":\n    case "failed":\n      return "done";\n    case "claimed":',
    '    case "unneeded":\n    case "failed":\n      return "done";\n    case "handedOver":\n      return { ...notice, status: { state: "claimed", until }, attempt: notice.attempt };\n    case "claimed":',
  ),
  fault(
    "send-error-swallowed",
    "a mail that failed is recorded as sent",
    "lib/adapters/mail-out/ses.ts",
    "        throw cause;\n",
    '        return "unknown";\n',
  ),
  fault(
    "partial-batch-ignored",
    "entries that a queue did not take are forgotten",
    "lib/adapters/queue/sqs.ts",
    "if (first !== undefined) {",
    "if (first !== undefined && batch.length > 99) {",
  ),
  fault(
    "message-error-swallowed",
    "a failed message is deleted like one that succeeded",
    "lib/adapters/lambda/queue-consumer.ts",
    "        throw cause;\n",
    "",
  ),
  fault(
    "stream-drops-the-last",
    "the last change of a batch is not handed on",
    "lib/adapters/lambda/stream-consumer.ts",
    "sendAll([...changed.values()])",
    "sendAll([...changed.values()].slice(0, Math.max(1, changed.size - 1)))",
  ),
  fault(
    "sweep-blind-shard",
    "the sweep leaves out the last shard",
    "lib/app/dispatch/sweep.ts",
    "Array.from({ length: ports.alarms.shards }",
    "Array.from({ length: ports.alarms.shards - 1 }",
  ),
  fault(
    "rung-decided-twice",
    "a decided rung is decided again by the next timer",
    rungs,
    ".filter((rung) => rung.at <= now)",
    '.filter((rung) => rung.at <= now)\n    .flatMap((rung) => (rung.id === "limit" ? [rung, rung] : [rung]))',
  ),
  fault(
    "rung-early",
    "rungs of the next ten minutes are decided too",
    rungs,
    ".filter((rung) => rung.at <= now)",
    ".filter((rung) => Date.parse(rung.at) <= Date.parse(now) + 600_000)",
  ),
  fault(
    "last-rung-forgotten",
    "the timer stands for the second rung",
    "lib/domain/clocks/clock.ts",
    "next = next === undefined ? rung.at : earlier(next, rung.at);",
    "next = next === undefined || next < rung.at ? rung.at : next;",
  ),
  fault(
    "lost-stop",
    "the result does not end the plan's clock",
    `${commands}/resolve.ts`,
    '["plan", "node", "dailyReport"]',
    '["node", "dailyReport"]',
  ),
  fault(
    "reply-stops-nothing",
    "a reply does not stop the first reply's clock",
    `${commands}/reply.ts`,
    '["firstReply"]',
    "[]",
  ),
  fault(
    "wrong-cycle",
    "a complaint sent back gets the clock of the cycle before",
    `${commands}/reopen.ts`,
    "const again = { ...complaint, cycle: complaint.cycle + 1 };",
    "const again = { ...complaint, cycle: complaint.cycle };",
  ),
  fault(
    "group-off-by-one",
    "six households make a group, not five",
    "lib/domain/groups/evidence.ts",
    "households >= customers || headcount >= customers",
    "households > customers || headcount > customers",
  ),
  fault(
    "personal-value-in-log",
    "a mail's sender is logged",
    "lib/app/mail/mail-intake.ts",
    "  const parsed = await ports.parseMail(raw);\n",
    '  const parsed = await ports.parseMail(raw);\n  ports.telemetry.info("mail", { from: parsed.from?.address });\n',
  ),
  fault(
    "dedupe-key-dropped",
    "a complaint's id no longer comes from what its sender calls it",
    "lib/app/intake/standing.ts",
    "JSON.stringify([source.system, source.channel, source.sourceId])",
    "JSON.stringify([source.system, source.channel, source.sourceId, Math.random()])",
  ),
  fault(
    "number-given-again",
    "the running number is set instead of raised",
    "lib/adapters/dynamodb/core/counters.ts",
    'UpdateExpression: "ADD #last :one",',
    'UpdateExpression: "SET #last = :one",',
  ),
  fault(
    "one-notice-for-all",
    "a rung's notices have no person in their key: only the first is written to",
    "lib/domain/notices/plan.ts",
    "key: `${clockId(fact)}#${fact.rung}#${recipient.personId}#email`",
    "key: `${clockId(fact)}#${fact.rung}#email`",
  ),
  fault(
    "take-back-removed",
    "a schedule that was set in a lost race stays",
    react,
    "if (armed !== document.armed) await takeBack(",
    "if (armed !== document.armed && handled.size > 99) await takeBack(",
  ),
  fault(
    "wrong-clock-stopped",
    "a reply stops the clock of accepting, too",
    `${commands}/reply.ts`,
    '["firstReply"]',
    '["firstReply", "accept"]',
  ),
  fault(
    "resume-gives-nothing-back",
    "a clock that stood still goes on as if it had not",
    "lib/domain/complaint/rules/stopping.ts",
    "replan({ ...clock, pauses }, timingFor",
    "replan({ ...clock, pauses: pauses.slice(1) }, timingFor",
  ),
  fault(
    "retime-forgotten",
    "running clocks keep the rules they began with",
    "lib/domain/complaint/rules/retime.ts",
    "return timedClocks(complaint).some((clock) => isStale(clock, rules));",
    "return timedClocks(complaint).length > 99 && timedClocks(complaint).some((clock) => isStale(clock, rules));",
  ),
  fault(
    "sweep-skips-the-page",
    "the sweep takes the first of a page and skips the rest",
    "lib/app/dispatch/sweep.ts",
    "yield* page.items;",
    "yield* page.items.slice(0, 1);",
  ),
  fault(
    "late-batch-ignored",
    "changes that the stream gives again later are not handed on",
    "lib/adapters/lambda/stream-consumer.ts",
    "if (message !== undefined) changed",
    "if (message !== undefined && (dynamodb?.ApproximateCreationDateTime ?? 0) > Date.now() / 1000 - 3) changed",
  ),
  fault(
    "retry-forgotten",
    "a lost race is not run again",
    "lib/app/documents/race.ts",
    "const MAX_RACES = 25;",
    "const MAX_RACES = 1;",
  ),
  fault(
    "put-aside-too-soon",
    "five rescues in an outage put a healthy complaint aside",
    "lib/app/dispatch/patience.ts",
    "return lateSeconds >= GIVEN_UP_SECONDS && rescues",
    "return lateSeconds >= 60 && rescues",
  ),
  fault(
    "mail-removed-first",
    "a mail is removed before it is registered",
    "lib/app/mail/mail-intake.ts",
    "  await ports.mailbox.put(keptKey, raw, EML);\n",
    "  await ports.mailbox.put(keptKey, raw, EML);\n  await ports.mailbox.remove(rawKey);\n",
  ),
  fault(
    "wrong-post",
    "four hours after the limit the region hears instead of the project manager",
    "lib/domain/policy/built-in-2-ladders.ts",
    'id: "plus-4h",\n  time: { kind: "after-limit", workingMinutes: 4 * HOUR },\n  posts: ["project-manager"],',
    'id: "plus-4h",\n  time: { kind: "after-limit", workingMinutes: 4 * HOUR },\n  posts: ["region"],',
  ),
  fault(
    "group-asks-a-replica",
    "a group decides on its members as a replica has them, before their newest change",
    "lib/app/groups/kind.ts",
    'ports.complaints.loadMany(read, "now")',
    "ports.complaints.loadMany(read)",
  ),
  fault(
    "timer-spent-on-other-rules",
    "a timer that finds clocks of other rules decides nothing, though its own instant did not move",
    "lib/app/escalation/fire.ts",
    "if (retimed !== undefined && retimed.alarm.epoch !== alarm.epoch) return;",
    "if (retimed !== undefined) return;",
  ),
  fault(
    "bounce-forgotten",
    "a mail that came back is taken for one of which that is known",
    "lib/app/mail/returned.ts",
    "if (after !== notice) {",
    "if (after === notice) {",
  ),
];
