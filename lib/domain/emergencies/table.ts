import { emergencyCategoryWords } from "../words/emergencies.ts";
import { type EmergencyCategory, type EmergencyOutcome, emergencyCategoryNames } from "./taxonomy.ts";

/** What D7's table asks of an event. */
export interface CountedEmergency {
  readonly category: EmergencyCategory;
  readonly outcome: EmergencyOutcome;
  readonly dead: number | null;
  readonly injured: number | null;
  /** CNY */
  readonly loss: number | null;
}

/** A row of D7's table: one kind of event, prevented ones apart. */
export interface EmergencyKindRow {
  readonly name: string;
  readonly negative: number;
  readonly prevented: number;
  readonly dead: number;
  readonly injured: number;
  readonly loss: number;
}

/** D7's table of emergency events (突发事件): every kind in the source's order, and 合计 last. */
export function emergencyTable(events: readonly CountedEmergency[]): EmergencyKindRow[] {
  return [
    ...emergencyCategoryNames.map((category) =>
      rowOf(
        emergencyCategoryWords[category].zh,
        events.filter((one) => one.category === category),
      ),
    ),
    rowOf("合计", events),
  ];
}

function rowOf(name: string, events: readonly CountedEmergency[]): EmergencyKindRow {
  const of = (outcome: EmergencyOutcome) => events.filter((one) => one.outcome === outcome).length;
  const sum = (field: "dead" | "injured" | "loss") =>
    events.reduce((total, one) => total + (one[field] ?? 0), 0);
  return {
    name,
    negative: of("negative"),
    prevented: of("prevented"),
    dead: sum("dead"),
    injured: sum("injured"),
    loss: sum("loss"),
  };
}
