import { vi } from "vitest";

// The suite of the local server, word for word, over SQS in memory.
vi.mock("../../../infra/local/services/cloud.ts", () => import("./memory-cloud.ts"));
await import("../../../infra/local/services/sqs.test.ts");
