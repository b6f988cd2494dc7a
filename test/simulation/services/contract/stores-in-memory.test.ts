import { vi } from "vitest";

// The suites of the stores on the real engine, word for word, over tables in memory: all but those of the engine's
// costs (capacity) and of fifty races at once (parallel-commands), which would take half a minute.
vi.mock("../../../support/engine.ts", () => import("./memory-cloud.ts"));

await import("../../../adapters/dynamodb/alarm-store.test.ts");
await import("../../../adapters/dynamodb/complaint-store.test.ts");
await import("../../../adapters/dynamodb/emergency-store.test.ts");
await import("../../../adapters/dynamodb/group-store.test.ts");
await import("../../../adapters/dynamodb/paper-log.test.ts");
await import("../../../adapters/dynamodb/rule-stores.test.ts");
await import("../../../adapters/dynamodb/counters.test.ts");
await import("../../../adapters/dynamodb/household-store.test.ts");
await import("../../../adapters/dynamodb/notice-store.test.ts");
await import("../../../adapters/dynamodb/organisation-store.test.ts");
await import("../../../adapters/dynamodb/quarantine-store.test.ts");
await import("../../../adapters/dynamodb/report-store.test.ts");
await import("../../../adapters/dynamodb/submission-store.test.ts");
