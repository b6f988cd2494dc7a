import type { Row } from "./row.ts";

/** A row as the API sends it; for tests. */
export function aRow(facts: Partial<Row> = {}): Row {
  return {
    id: "c-1",
    number: "001",
    projectId: "forest-lake",
    channel: "phone",
    recordKind: "complaint",
    status: "registered",
    receivedAt: "2026-09-30T01:00:00Z",
    version: 1,
    urgency: "general",
    safety: false,
    clocks: [],
    urges: 0,
    missing: [],
    missingToClose: [],
    unread: 0,
    complainant: { anonymous: false },
    location: {},
    ...facts,
  };
}
