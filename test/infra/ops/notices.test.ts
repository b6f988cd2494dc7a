import { expect, test } from "vitest";
import { failedNotices, lateNotices, noticeLine, resendFailed } from "../../../infra/ops/notices.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

async function lines(notices: AsyncGenerator<Parameters<typeof noticeLine>[0]>): Promise<string[]> {
  const found: string[] = [];
  for await (const notice of notices) found.push(noticeLine(notice));
  return found;
}

test("late ones are found after three minutes; failed ones stay listed until they are sent again", async () => {
  const w = world(now);
  const { id } = (await w.receive({ complainant: { email: "owner@home.example" } })).registration;
  await reactTo(w.ports, { kind: "complaint", id });
  const [ref] = w.noticeQueue.take();
  expect(await lines(lateNotices(w.ports))).toEqual([]);
  w.clock.set(plusSeconds(now, 200));
  const late = await lines(lateNotices(w.ports));
  expect(late).toEqual([
    expect.stringContaining(`complaint ${id}  acknowledgement#1#customer#email  planned 0×`),
  ]);
  expect(late[0]).not.toContain("home.example");

  const refusing = { ...w.ports, mailer: { send: () => Promise.reject(new PermanentMailError("refused")) } };
  await sendNotice(refusing, ref!);
  expect(await lines(failedNotices(w.ports))).toEqual([
    expect.stringContaining("failed 1×  PermanentMailError"),
  ]);
  expect(await resendFailed(w.ports, "another")).toBe(0);
  expect(await resendFailed(w.ports, id)).toBe(1);
  expect(await lines(failedNotices(w.ports))).toEqual([]);
  w.clock.set(plusSeconds(now, 500));
  await sweep(w.ports);
  await w.drain();
  expect(w.sent).toHaveLength(1);
});
