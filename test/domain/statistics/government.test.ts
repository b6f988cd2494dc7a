import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { ticketAnswers } from "../../../lib/domain/complaint/tickets.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { builtInTicketPolicy, type TicketPolicy } from "../../../lib/domain/policy/ticket-policy.ts";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { governmentTable, ticketsOfPeriod } from "../../../lib/domain/statistics/government.ts";
import { ticketCase } from "../../../lib/domain/statistics/ticket-case.ts";
import { type TicketCase, ticketExclusions } from "../../../lib/domain/statistics/ticket-figures.ts";
import { after, at, later, personal, plain, registered, ZONE } from "../../support/builders.ts";

const march = { month: "2026-03", timeZone: ZONE, asOf: at("2026-04-01 00:00") };
const due = at("2026-03-06 17:00");
const yes = { contacted: "yes", solved: "yes", satisfied: "yes" } as const;

let made = 0;

function ticket(figures: Partial<TicketCase> = {}, more: Partial<Case> & { system?: string } = {}): Case {
  made += 1;
  const { system = "12345", ...rest } = more;
  return {
    id: `t${made}`,
    projectId: "p",
    number: `G${made}`,
    estateClass: "物业服务",
    receivedAt: at("2026-03-02 10:00"),
    dueAt: at("2026-03-05 18:00"),
    completedAt: null,
    endedAt: null,
    validity: "valid",
    recordKind: "complaint",
    firstFollowUpSatisfied: null,
    channel: "government",
    external: { system, ticketNo: `no-${made}`, dueAt: due, ticket: { returns: 0, ...figures } },
    ...rest,
  };
}

function total(cases: readonly Case[], options = march) {
  const row = governmentTable(cases, options).at(-1);
  if (row === undefined) throw new Error("no 汇总");
  return row;
}

const rated = (local: string, answers: object = {}) => ({ rating: { at: at(local), ...yes, ...answers } });

describe("响应率、解决率、满意率 from raw tickets", () => {
  test("each is yes ÷ (yes + no); a question not rated is in no denominator", () => {
    const row = total([
      ticket(rated("2026-03-10 09:00")),
      ticket(rated("2026-03-10 09:00", { solved: "no", satisfied: "no" })),
      ticket(rated("2026-03-10 09:00", { solved: "no", satisfied: "not-rated" })),
      ticket(),
    ]);
    expect(row).toMatchObject({
      received: 4,
      rated: 3,
      responseRate: 1,
      resolutionRate: 1 / 3,
      satisfactionRate: 1 / 2,
    });
  });

  test("every kind of record counts: an enquiry or a request for help is a ticket like any other", () => {
    const row = total([ticket({}, { recordKind: "opinion" }), ticket({}, { recordKind: "help" })]);
    expect(row.received).toBe(2);
    expect(total([ticket({}, { validity: "invalid" })]).counted).toBe(1);
  });

  test("a rating counts in the period it was reported in, whenever the ticket came; after the cut-off it is none", () => {
    const february = ticket(rated("2026-03-02 09:00"), { receivedAt: at("2026-02-20 10:00") });
    const april = ticket(rated("2026-04-02 09:00"));
    const row = total([february, april]);
    expect([row.received, row.rated, row.contacted]).toEqual([1, 1, 1]);
    expect(ticketsOfPeriod([april, february], march)).toEqual([february, april]);
  });

  test("answered by the ticket's time or not; not due yet, and not to be answered, is in no rate", () => {
    const row = total([
      ticket({ repliedAt: due }),
      ticket({ repliedAt: at("2026-03-06 17:01") }),
      ticket(),
      ticket({ repliedAt: at("2026-04-02 09:00") }),
      ticket({}, { external: { system: "12345", dueAt: at("2026-04-03 09:00"), ticket: { returns: 0 } } }),
      ticket({ merged: true }),
    ]);
    expect(row).toMatchObject({ counted: 6, answeredInTime: 1, waiting: 2, onTimeRate: 1 / 4 });
  });

  test("a merged ticket that had sent an answer of its own is in no rate either", () => {
    const row = total([ticket({ merged: true, repliedAt: due }), ticket({ repliedAt: due })]);
    expect(row).toMatchObject({ counted: 2, waiting: 1, answerDue: 1, answeredInTime: 1, onTimeRate: 1 });
  });

  test("signed for, or answered at once, within the limit for signing", () => {
    const signBy = at("2026-03-02 18:00");
    const row = total([
      ticket({ signBy, signedAt: signBy }),
      ticket({ signBy, signedAt: at("2026-03-02 18:01") }),
      ticket({ signBy, repliedAt: at("2026-03-02 12:00") }),
    ]);
    expect(row.signedInTime).toBe(2);
  });

  test("each platform apart, 汇总 last", () => {
    const rows = governmentTable(
      [
        ticket(rated("2026-03-10 09:00")),
        ticket(rated("2026-03-10 09:00", { satisfied: "no" }), { system: "住建局" }),
      ],
      march,
    );
    expect(rows.map(({ system, satisfactionRate }) => [system, satisfactionRate])).toEqual([
      ["12345", 1],
      ["住建局", 0],
      ["汇总", 1 / 2],
    ]);
  });

  const instant = fc.integer({ min: -20, max: 50 }).map((days) => later(at("2026-03-01 00:00"), days * 24));
  const answer = fc.constantFrom(...ticketAnswers);
  const any = fc
    .record(
      {
        signBy: instant,
        signedAt: instant,
        repliedAt: instant,
        returns: fc.nat(3),
        exclusion: fc.constantFrom(...ticketExclusions),
        merged: fc.constant(true as const),
        rating: fc.record({ at: instant, contacted: answer, solved: answer, satisfied: answer }),
      },
      { requiredKeys: ["returns"] },
    )
    .chain((figures) =>
      instant.map((receivedAt) =>
        ticket(figures, { receivedAt, system: figures.returns > 1 ? "12345" : "街道" }),
      ),
    );

  test("every rate lies between 0 and 1, what is excluded is in none, and the platforms add up", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (cases) => {
        const rows = governmentTable(cases, march);
        const all = rows.at(-1);
        for (const row of rows) {
          for (const one of [row.onTimeRate, row.responseRate, row.resolutionRate, row.satisfactionRate])
            expect(one === null || (one >= 0 && one <= 1)).toBe(true);
          expect(row.received).toBe(row.counted + row.excluded);
          expect(row.counted).toBe(row.waiting + row.answerDue);
          expect(row.answeredInTime).toBeLessThanOrEqual(row.answerDue);
          const { returned, merged, withdrawn, referred, platformWithdrew, notOwners, unreasonable } = row;
          expect(row.excluded).toBe(
            returned + merged + withdrawn + referred + platformWithdrew + notOwners + unreasonable,
          );
          const { contacted, notContacted, solved, notSolved, satisfied, dissatisfied } = row;
          for (const asked of [contacted + notContacted, solved + notSolved, satisfied + dissatisfied])
            expect(asked).toBeLessThanOrEqual(row.rated);
        }
        const parts = rows.slice(0, -1);
        for (const key of ["received", "counted", "answeredInTime", "waiting", "rated", "satisfied"] as const)
          expect(all?.[key]).toBe(parts.reduce((sum, row) => sum + row[key], 0));
        const without = cases.filter(({ external }) => external?.ticket?.exclusion === undefined);
        const { received: _r, excluded: _e, ...counted } = total(without);
        expect(all).toMatchObject({
          counted: counted.counted,
          rated: counted.rated,
          onTimeRate: counted.onTimeRate,
          responseRate: counted.responseRate,
          resolutionRate: counted.resolutionRate,
          satisfactionRate: counted.satisfactionRate,
        });
      }),
    );
  });
});

describe("what the policy makes of a ticket", () => {
  const received = at("2026-03-02 10:00");
  const external = { system: "12345", ticketNo: "7", unit: "街道", dueAt: due };
  const base = registered(received, { channel: "government", intake: "government", external });
  const figures = (complaint: Complaint, tickets: Partial<TicketPolicy> = {}) =>
    ticketCase(complaint, { ...builtInPolicy, tickets: { ...builtInTicketPolicy, ...tickets } })?.ticket;
  const rating = after(
    base,
    { type: "record-ticket-rating", contacted: "yes", solved: "not-rated", satisfied: "no" },
    later(received, 3),
  );

  test("merged tickets count with the one they go on with, or each for itself", () => {
    const merged = after(base, plain["merge-ticket"](), later(received, 1));
    expect(figures(merged)).toMatchObject({ exclusion: "merged" });
    const each = figures(merged, { merged: "each" });
    expect([each?.exclusion, each?.merged]).toEqual([undefined, true]);
  });

  test("a question not rated counts apart, or as a no", () => {
    expect(figures(rating)?.rating?.solved).toBe("not-rated");
    expect(figures(rating, { notRated: "as-no" })?.rating).toMatchObject({ contacted: "yes", solved: "no" });
  });

  test("returned, withdrawn, referred and what the platform exempts are excluded, each for its reason", () => {
    const exempted = after(
      base,
      { type: "record-ticket-rating", ...yes, exempt: "not-owner-business" },
      later(received, 3),
    );
    // The platform waits for its reply whatever becomes of the complaint here.
    const replied = after(base, plain["send-reply-document"](), later(received, 1));
    expect(
      [
        after(base, plain["return-ticket"](), later(received, 1)),
        after(replied, plain.withdraw(), later(received, 2)),
        after(replied, plain.refer(), later(received, 2)),
        exempted,
        base,
      ].map((complaint) => figures(complaint)?.exclusion),
    ).toEqual(["returned", "withdrawn", "referred", "not-owner-business", undefined]);
  });

  test("extended by the platform, it is due then; what came without a ticket is none", () => {
    const asked = after(
      base,
      { type: "ask-extension", dueAt: later(due, 48), reason: personal("等配件") },
      later(received, 1),
    );
    const granted = after(asked, { type: "record-extension", granted: true }, later(received, 2));
    expect(ticketCase(granted, builtInPolicy)?.dueAt).toBe(later(due, 48));
    expect(ticketCase(registered(received), builtInPolicy)).toBeUndefined();
  });
});
