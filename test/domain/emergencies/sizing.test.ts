import { expect, test } from "vitest";
import type { EmergencyReport } from "../../../lib/domain/emergencies/emergency.ts";
import { emergencySizing } from "../../../lib/domain/emergencies/sizing.ts";
import { at } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";

const discovered = at("2026-03-02 10:00");
const report = (seq: number, more: Partial<EmergencyReport> = {}): EmergencyReport => ({
  seq,
  stage: "follow-up",
  at: discovered,
  late: false,
  by: "clerk-1",
  commandId: `clerk-1:${seq}`,
  request: "hash",
  ...more,
});

test("only follow-ups leave the document, never the last word on injury or on loss", () => {
  const harm = { dead: 0, injured: 1 };
  const reports = [
    report(2, { stage: "first", injury: harm }),
    report(3, { injury: harm, loss: 10 }),
    report(4, { injury: harm }),
    report(5, { loss: 20 }),
    report(6),
    report(7, { stage: "final" }),
  ];
  const event = { ...emergencyAt(discovered), reports };
  const leaving = reports.filter((one) => emergencySizing.leaves(one, event));
  expect(leaving.map(({ seq }) => seq)).toEqual([3, 6]);
});

test("reports that leave and come back are the event's own, and nothing else of it changes", () => {
  const event = emergencyAt(discovered);
  const reports = [report(2), report(3)];
  const whole = emergencySizing.joined(event, reports, []);
  expect(whole).toEqual({ ...event, reports });
  expect(emergencySizing.entries(whole)).toBe(reports);
  expect(emergencySizing.reduced(whole, event.reports, [])).toEqual(event);
  expect(emergencySizing.place(event)).toBe(`emergency/${event.registration.id}`);
  expect(emergencySizing.stays("1.description", event)).toBe(false);
});
