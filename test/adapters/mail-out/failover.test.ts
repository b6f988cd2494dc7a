import { expect, test } from "vitest";
import { withStandby } from "../../../lib/adapters/mail-out/failover.ts";
import {
  type Mailer,
  NotTakenError,
  type OutgoingMail,
  PermanentMailError,
} from "../../../lib/app/ports/messages.ts";

const mail: OutgoingMail = { to: "a@b.example", subject: "s", text: "t", html: "h", threadId: "complaint.c" };
const standby: Mailer = { send: async () => "second" };
const failing = (failure: Error): Mailer => ({ send: () => Promise.reject(failure) });

test("what the first server surely did not take goes by the second in the same attempt", async () => {
  for (const error of [new PermanentMailError("suppressed"), new NotTakenError("paused")]) {
    expect(await withStandby(failing(error), standby).send(mail)).toBe("second");
  }
  expect(await withStandby({ send: async () => "first" }, standby).send(mail)).toBe("first");
});

test("after an unknown outcome the second is not asked: that could be the same mail twice", async () => {
  const lost = new Error("socket hang up");
  await expect(withStandby(failing(lost), standby).send(mail)).rejects.toBe(lost);
});

test("the second's own refusal is the answer", async () => {
  const both = withStandby(
    failing(new NotTakenError("paused")),
    failing(new PermanentMailError("no such box")),
  );
  await expect(both.send(mail)).rejects.toBeInstanceOf(PermanentMailError);
});
