import { afterAll, beforeAll, expect, test } from "vitest";
import { newDirectory, openDesk, removeDirectory } from "./desk.ts";
import { whatComesIn } from "./life/arrivals.ts";
import { howItIsHandled } from "./life/handling.ts";
import { desk, lifeAt, morning } from "./life/life.ts";
import { theMonthAndAfter } from "./life/month.ts";

beforeAll(async () => {
  lifeAt(await openDesk(await newDirectory(), morning));
}, 120_000);
afterAll(async () => {
  await desk.close();
  await removeDirectory(desk.directory);
});

// One life of a desk, told in its order: each chapter goes on where the one before ended.
whatComesIn();
howItIsHandled();
theMonthAndAfter();

test("nothing failed on the way and no function was refused a permission", () => {
  expect(desk.failures).toEqual([]);
  expect(desk.cloud.cloud.iam.deniedCalls()).toEqual([]);
});
