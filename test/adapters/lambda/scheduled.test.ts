import { expect, test } from "vitest";
import { scheduled } from "../../../lib/adapters/lambda/scheduled.ts";
import { at } from "../../support/builders.ts";
import { context } from "../../support/lambda-context.ts";
import { world } from "../../support/world.ts";

/** The log lines of a scheduled function whose work comes to this. */
async function linesOf(result: object): Promise<unknown[]> {
  const lines: unknown[] = [];
  const { ports } = world(at("2026-03-02 10:00"));
  const telemetry = { ...ports.telemetry, info: (...line: unknown[]) => void lines.push(line) };
  await scheduled(
    async () => ({ ...ports, telemetry }),
    async () => result,
  )({}, context);
  return lines;
}

test("work that found nothing leaves no line; anything found is told with all its counts", async () => {
  expect(await linesOf({ rescued: 0, mails: 0 })).toEqual([]);
  expect(await linesOf({ rescued: 0, mails: 2 })).toEqual([
    ["scheduled work done", { rescued: 0, mails: 2 }],
  ]);
});
