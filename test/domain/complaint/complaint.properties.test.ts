import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockId, dueAt, ownRungs, pausedSince } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import { type Complaint, isOpen } from "../../../lib/domain/complaint/document.ts";
import { evolve } from "../../../lib/domain/complaint/evolve.ts";
import { allowedCommands, fittingCommands } from "../../../lib/domain/complaint/transitions.ts";
import { redactedEvent } from "../../../lib/domain/complaint/whereabouts.ts";
import { canonicalJson, erasedRefs, verifyChain } from "../../../lib/domain/document/chain.ts";
import { nextAlarm } from "../../../lib/domain/document/timer.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, contextAt, later, plain, registered, timer } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { stored } from "../../support/memory/stored.ts";
import { life, live } from "./lives.ts";

const RUNS = { numRuns: 60 };

describe("every life of a complaint", () => {
  test("no sequence of commands escapes the table", () => {
    fc.assert(
      fc.property(life, ({ steps, ...rest }) => {
        let index = 0;
        live({ ...rest, steps }, ({ before, now }) => {
          const { name } = steps[index]!;
          index += 1;
          if (name === "fire-rungs") return;
          const decision = decide(before, plain[name](), contextAt(now));
          const off = "refused" in decision && decision.refused === "not-allowed-now";
          expect(off).toBe(!allowedCommands(before).includes(name));
          if (fittingCommands(before).includes(name)) return;
          expect("refused" in decision || decision.drafts.length === 0).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test("replaying the events gives the document, and a store's JSON keeps it", () => {
    fc.assert(
      fc.property(life, (it) => {
        const complaint = live(it);
        let replayed: Complaint | undefined;
        for (const event of complaint.events) replayed = evolve(replayed, event);
        const { personal: _, revision: __, writtenAt: ___, outbox: ____, ...derived } = complaint;
        const { personal: _p, revision: _r, writtenAt: _w, outbox: _o, ...again } = replayed!;
        expect(again).toEqual(derived);
        expect(stored(complaint)).toEqual(complaint);
      }),
      RUNS,
    );
  });

  test("the first due instant of the task moves only later and only in its first cycle (pauses, extensions); the first grade never", () => {
    fc.assert(
      fc.property(life, (it) => {
        live(it, ({ before, after: next }) => {
          const moved = next.taskDueAt !== before.taskDueAt;
          expect(moved && (before.cycle > 1 || next.taskDueAt! < before.taskDueAt!)).toBe(false);
          expect(before.firstGrade ?? next.firstGrade).toBe(next.firstGrade);
          expect(next.version - before.version).toBeGreaterThanOrEqual(0);
        });
      }),
      RUNS,
    );
  });

  test("no clock's limit has passed when it begins", () => {
    fc.assert(
      fc.property(life, (it) => {
        const begun = live(it).events.flatMap(({ fact }) => (fact.type === "clockStarted" ? [fact] : []));
        const late = begun.filter(({ limits, startedAt }) => limits.some(({ dueAt }) => dueAt <= startedAt));
        expect(late).toEqual([]);
      }),
      RUNS,
    );
  });

  test("the alarm's epoch rises with its instant and only with it", () => {
    fc.assert(
      fc.property(life, (it) => {
        const { events } = live(it);
        let known: Complaint | undefined;
        for (const event of events) {
          const next: Complaint = evolve(known, event);
          const before = known?.alarm ?? { epoch: 0 };
          expect(next.alarm.epoch).toBe(before.epoch + (next.alarm.at === before.at ? 0 : 1));
          known = next;
        }
      }),
      RUNS,
    );
  });

  test("the next alarm is never later than a pending rung, nor than 120 s after the write while reactions are owed", () => {
    fc.assert(
      fc.property(life, fc.boolean(), (it, handedOver) => {
        live(it, ({ after: written }) => {
          const complaint = handedOver
            ? { ...written, outbox: [], armed: { epoch: written.alarm.epoch } }
            : written;
          const rungs = isOpen(complaint)
            ? complaint.clocks.flatMap((clock) => ownRungs(clock, complaint.group?.since))
            : [];
          const owed = complaint.outbox.length > 0 || complaint.armed.epoch !== complaint.alarm.epoch;
          const checks = owed ? [plusSeconds(complaint.writtenAt, 120)] : [];
          // D11: in a group it still begins the next day's report itself.
          const days = isOpen(complaint) && complaint.group !== undefined ? complaint.clocks : [];
          const last = days
            .filter(({ name, stoppedAt }) => name === "dailyReport" && stoppedAt === undefined)
            .map(dueAt)
            .toSorted()
            .slice(-1);
          expect(nextAlarm(complaint)).toBe([...rungs.map((rung) => rung.at), ...last, ...checks].sort()[0]);
        });
      }),
      RUNS,
    );
  });

  test("each rung of each clock of each cycle is decided at most once; by the end of an open life, exactly once", () => {
    fc.assert(
      fc.property(life, (it) => {
        const lived = live(it);
        // While it belongs to a group its rungs rest; leaving puts every one of them back.
        const end =
          isOpen(lived) && lived.group !== undefined
            ? after(lived, plain["leave-group"](), lived.lastEventAt)
            : lived;
        const fire = { type: "fire-rungs" } as const;
        const complaint = after(end, fire, later(end.lastEventAt, 10_000), { by: timer });
        const decided = complaint.events.flatMap(({ fact }) =>
          fact.type === "rungDecided" ? [`${clockId(fact)}#${fact.rung}`] : [],
        );
        expect(new Set(decided).size).toBe(decided.length);
        const running = complaint.clocks.filter(
          // D11: the next day's report is due day after day (daily-report.test.ts).
          (clock) =>
            isOpen(end) &&
            clock.name !== "dailyReport" &&
            clock.stoppedAt === undefined &&
            pausedSince(clock) === undefined,
        );
        for (const clock of running) {
          const mine = decided.filter((key) => key.startsWith(`${clockId(clock)}#`));
          expect(mine).toHaveLength(clock.rungs.length);
        }
        const daily =
          isOpen(end) &&
          complaint.clocks.some(({ name, stoppedAt }) => name === "dailyReport" && stoppedAt === undefined);
        expect(complaint.alarm.at !== undefined).toBe(daily);
      }),
      RUNS,
    );
  });
});

const operator = { kind: "channel", id: "operator" } as const;

describe("the chain", () => {
  test("a personal value that was changed, or is gone without an event that erased it, is found where it stands", () => {
    fc.assert(
      fc.property(life, fc.nat(), (it, pick) => {
        const { events, personal: values } = live(it);
        expect(verifyChain(events, values, sha256)).toEqual([]);
        const refs = Object.keys(values);
        const ref = refs[pick % refs.length]!;
        const { [ref]: value, ...rest } = values;
        const seq = Number(ref.split(".")[0]);
        expect(verifyChain(events, rest, sha256)).toEqual([{ seq, fault: "hole" }]);
        expect(verifyChain(events, rest, sha256, { erased: new Set([ref]) })).toEqual([]);
        for (const changed of [
          { ...value!, value: `${value?.value}!` },
          { ...value!, salt: "other" },
        ]) {
          const faults = verifyChain(events, { ...values, [ref]: changed }, sha256);
          expect(faults).toEqual([{ seq, fault: "personal" }]);
        }
      }),
      RUNS,
    );
  });

  test("erasing any fields keeps the rest of the history verifiable; one that comes back is found", () => {
    fc.assert(
      fc.property(life, fc.array(fc.nat(), { maxLength: 6 }), (it, picks) => {
        const before = live(it);
        const refs = Object.keys(before.personal);
        const fields = picks.map((pick) => refs[pick % refs.length]!);
        const command: Command = { type: "erase", fields };
        const erased = after(before, command, later(before.lastEventAt, 1), { by: operator });
        expect(erased.version).toBe(before.version);
        const gone = erasedRefs(erased.events);
        expect([...gone].sort()).toEqual(fields.length === 0 ? refs.sort() : [...new Set(fields)].sort());
        expect(refs.filter((ref) => erased.personal[ref] === undefined).sort()).toEqual([...gone].sort());
        expect(verifyChain(erased.events, erased.personal, sha256, { erased: gone })).toEqual([]);
        const last = erased.events.at(-1)?.fact;
        const parts = last?.type === "erased" ? (last.parts ?? []) : [];
        // As it is stored: the events say nothing of what was erased (lib/app/complaints/erase.ts).
        const stored = { ...erased, events: erased.events.map((event) => redactedEvent(event, parts)) };
        expect(after(stored, command, later(before.lastEventAt, 2))).toBe(stored);
        const back = verifyChain(erased.events, before.personal, sha256, { erased: gone });
        expect(back.map(({ fault }) => fault)).toEqual([...gone].map(() => "personal"));
      }),
      RUNS,
    );
  });

  test("a changed, dropped or swapped event is found", () => {
    fc.assert(
      fc.property(life, fc.nat(), (it, pick) => {
        const { events, personal: values } = live(it);
        const index = pick % (events.length - 1);
        const event = events[index]!;
        const changed = events.with(index, { ...event, occurredAt: later(event.occurredAt, 1) });
        expect(verifyChain(changed, values, sha256)).toContainEqual({ seq: event.seq, fault: "hash" });
        const dropped = events.toSpliced(index, 1);
        expect(verifyChain(dropped, values, sha256)).toContainEqual({
          seq: event.seq + 1,
          fault: "sequence",
        });
        const swapped = events.with(index, events[index + 1]!).with(index + 1, event);
        expect(verifyChain(swapped, values, sha256)).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test("a tail is verified from the hash before it", () => {
    const { events, personal: values } = after(
      registered(at("2026-03-02 10:00")),
      plain.note(),
      at("2026-03-02 11:00"),
    );
    const tail = events.slice(2);
    expect(verifyChain(tail, values, sha256, { previous: events[1]?.hash ?? "", fromSeq: 3 })).toEqual([]);
    expect(verifyChain(tail, values, sha256, { fromSeq: 3 })).toEqual([{ seq: 3, fault: "hash" }]);
  });

  test("the hashed text depends neither on the order of keys nor on absent fields", () => {
    expect(canonicalJson({ b: [1, { d: null, c: "中" }], a: undefined })).toBe(
      '{"b":[1,{"c":"中","d":null}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});
