import type { PlainEmergency } from "../../lib/app/emergencies/register.ts";
import { loadChineseCalendar } from "../../lib/domain/calendar/index.ts";
import type { Emergency, EmergencyRegistration } from "../../lib/domain/emergencies/emergency.ts";
import { registerEmergency } from "../../lib/domain/emergencies/report.ts";
import { recipientsOf } from "../../lib/domain/escalation/recipients.ts";
import type { Post } from "../../lib/domain/organisation/organisation.ts";
import type { Instant } from "../../lib/domain/time/instant.ts";
import { personal, ZONE } from "./builders.ts";
import { everybody, project } from "./organisation.ts";

export const calendar = loadChineseCalendar();

/** People of the first project by their posts. */
export const holding = (posts: readonly Post[]) =>
  recipientsOf(posts, {}, project, "2026-03-02T02:00:00.000Z", { people: everybody, shifts: [] });

/** A leak on the third floor, discovered and registered at once. */
export function emergencyAt(at: Instant, more: Partial<EmergencyRegistration> = {}): Emergency {
  const registration: EmergencyRegistration = {
    id: "e".repeat(26),
    projectId: project.id,
    timeZone: ZONE,
    category: "equipment.water",
    outcome: "negative",
    outsourced: false,
    accident: false,
    press: false,
    departmentId: "engineering",
    occurredAt: at,
    discoveredAt: at,
    recordedAt: at,
    calendarVersion: "CN-test",
    by: "clerk-1",
    commandId: "clerk-1:key",
    request: "hash",
    ...more,
  };
  const values = {
    description: personal("三楼水管爆裂"),
    reporterName: personal("示例填写人"),
    reporterPhone: personal("13800000001"),
  };
  return registerEmergency(registration, values, calendar, holding);
}

/** As it comes over the wire. */
export const leak: PlainEmergency = {
  projectId: project.id,
  category: "equipment.water",
  outcome: "negative",
  outsourced: false,
  accident: false,
  press: false,
  departmentId: "engineering",
  description: "三楼水管爆裂",
  reporter: { name: "示例填写人", phone: "13800000001" },
};
