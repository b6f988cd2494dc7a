import { afterEach, expect, test, vi } from "vitest";
import { wrapped } from "../../../lib/adapters/lambda/wrapped.ts";
import { logger, metrics, telemetry } from "../../../lib/adapters/runtime/telemetry.ts";
import { context } from "../../support/lambda-context.ts";

afterEach(() => vi.restoreAllMocks());

/** Everything that a process prints while it does this. */
async function printed(work: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  for (const way of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, way).mockImplementation((line: unknown) => void lines.push(String(line)));
  Reflect.set(logger, "console", console);
  Reflect.set(metrics, "console", console);
  await work().catch(() => undefined);
  return lines.join("\n");
}

const handler = (work: () => Promise<void>) => wrapped(async (_event: unknown) => work());

test("an event is never written into the log: it holds what people told us", async () => {
  const log = await printed(() =>
    handler(async () => telemetry.info("told", {}))({ phone: "13800000000" }, context),
  );
  expect(log).toContain("told");
  expect(log).not.toContain("13800000000");
});

test("every line says which request it belongs to, and carries nothing over into the next one", async () => {
  const once = handler(async () => {
    logger.appendKeys({ complaint: "c-1" });
    telemetry.info("first", {});
  });
  const again = handler(async () => telemetry.info("second", {}));
  const log = await printed(async () => {
    await once({}, { ...context, awsRequestId: "request-1" });
    await again({}, { ...context, awsRequestId: "request-2" });
  });
  const lines = log.split("\n").map((line) => JSON.parse(line));
  expect(lines.map(({ function_request_id: request, complaint }) => [request, complaint])).toEqual([
    ["request-1", "c-1"],
    ["request-2", undefined],
  ]);
});

test("what was counted is told when the work is done and when it fails; nothing counted is no line", async () => {
  const counting = (fails: boolean) => async () => {
    telemetry.count("NoticesFailed");
    if (fails) throw new Error("down");
  };
  for (const fails of [false, true])
    expect(await printed(() => handler(counting(fails))({}, context))).toContain('"NoticesFailed":1');
  expect(await printed(() => handler(async () => {})({}, context))).toBe("");
});
