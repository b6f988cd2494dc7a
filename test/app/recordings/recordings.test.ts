import { describe, expect, test } from "vitest";
import { attachmentLink } from "../../../lib/app/complaints/attachment-link.ts";
import { runErrand } from "../../../lib/app/dispatch/errand.ts";
import { eraseComplaint } from "../../../lib/app/erasure/complaint.ts";
import { removeKept } from "../../../lib/app/erasure/retention.ts";
import { RECORDINGS } from "../../../lib/app/ports/upload.ts";
import { AddressRefusedError } from "../../../lib/app/ports/webhooks.ts";
import { isRecordingHost } from "../../../lib/domain/attachments/recordings.ts";
import { filesLeftOf, filesOf } from "../../../lib/domain/complaint/files.ts";
import { at, later } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const address = "https://rec.calls.example/2026/03/call-1.mp3";
const sound = new TextEncoder().encode("ID3 the words of a call");

type Answer = { readonly status: number; readonly body?: Uint8Array; readonly tooLong?: boolean } | Error;

/** A desk that copies recordings of one call centre, which answers so, the last answer again and again. */
function desk(...answers: readonly Answer[]): { readonly w: World; readonly asked: string[] } {
  const w = world(now);
  const left = [...answers];
  const asked: string[] = [];
  Object.assign(w.ports, {
    recordingHosts: [".calls.example"],
    sniffType: async (content: Uint8Array) => (content[0] === 0x49 ? "audio/mpeg" : "text/html"),
    outboundFetch: async ({ url }: { readonly url: string }) => {
      asked.push(url);
      const answer = (left.length > 1 ? left.shift() : left[0]) ?? { status: 404 };
      if (answer instanceof Error) throw answer;
      return { body: new Uint8Array(), tooLong: false, ...answer };
    },
  });
  return { w, asked };
}

/** A call comes in; returns the complaint after everything that was set going, up to `until`. */
async function called(w: World, recordingUrl = address, until = later(now, 8)) {
  const { registration } = await w.receive({
    channelData: {
      callId: "c1",
      caller: "13800000000",
      callee: "400",
      agent: "07",
      startedAt: now,
      recordingUrl,
    },
  });
  await w.drain();
  await errands(w, until);
  return w.complaint(registration.id);
}

async function errands(w: World, until = later(now, 8)): Promise<void> {
  for (;;) {
    for (const errand of w.errandQueue.take()) await runErrand(w.ports, errand);
    const next = w.errandQueue.waiting.map(({ from }) => from).toSorted()[0];
    if (next === undefined || next > until) return;
    w.clock.set(next > w.clock.text() ? next : w.clock.text());
  }
}

describe("the recording of a call", () => {
  test("is copied from the call centre and is a file of the complaint; whoever hears it is on record", async () => {
    const { w, asked } = desk({ status: 200, body: sound });
    const complaint = await called(w);
    expect(asked).toEqual([address]);
    const [file] = filesOf(complaint);
    expect(file).toMatchObject({ contentType: "audio/mpeg", size: sound.byteLength, name: "通话录音" });
    const link = await attachmentLink(w.ports, people.supervisor, complaint.registration.id, file?.id ?? "");
    expect(link).toContain(`complaints/${complaint.registration.id}/${file?.id}`);
    expect(w.reads).toMatchObject([{ by: people.supervisor.id, way: "file" }]);
  });

  test("that is not there yet is asked for again after pauses; registration and clocks wait for nothing", async () => {
    const { w, asked } = desk(
      { status: 404 },
      new Error("ECONNRESET"),
      { status: 503 },
      { status: 200, body: sound },
    );
    const { registration } = await w.receive({ channelData: { recordingUrl: address } });
    expect((await w.complaint(registration.id)).clocks.map(({ name }) => name)).toContain("firstReply");
    await w.drain();
    await errands(w);
    expect(asked).toHaveLength(4);
    expect(w.clock.text()).toBe(later(now, (60 + 300 + 900) / 3600));
    expect(filesOf(await w.complaint(registration.id))).toHaveLength(1);
  });

  test.each([
    ["never there", [{ status: 404 }], "unreachable", 13],
    ["in a private network", [new AddressRefusedError("no public address")], "unreachable", 13],
    ["too large", [{ status: 200, body: sound, tooLong: true }], "too-large", 1],
    [
      "a page that asks to sign in",
      [{ status: 200, body: new TextEncoder().encode("<html>") }],
      "no-sound",
      1,
    ],
  ] as const)(
    "that is %s stands among the files with the reason, and is noticed",
    async (_, answers, left, times) => {
      const { w, asked } = desk(...answers);
      const complaint = await called(w);
      expect(asked).toHaveLength(times);
      expect(filesOf(complaint)).toEqual([]);
      expect(filesLeftOf(complaint)).toMatchObject([{ name: "通话录音", left }]);
      expect(w.attachments.items.size).toBe(0);
    },
  );

  test("at another host is never asked for; where nobody is listed nothing is copied or said", async () => {
    const { w, asked } = desk({ status: 200, body: sound });
    const elsewhere = await called(w, "https://169.254.169.254/latest/meta-data");
    expect([asked, filesLeftOf(elsewhere).map(({ left }) => left)]).toEqual([[], ["other-host"]]);
    const { w: without } = desk({ status: 200, body: sound });
    Object.assign(without.ports, { recordingHosts: [] });
    expect(filesLeftOf(await called(without))).toEqual([]);
  });

  test("is copied once, however often the message comes and wherever it dies", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w } = desk({ status: 200, body: sound });
      const { registration } = await w.receive({ channelData: { recordingUrl: address } });
      await w.drain();
      const [errand] = w.errandQueue.take();
      if (errand === undefined) throw new Error("no errand");
      const died = await diesAt(w.ports, point, (ports) => runErrand(ports, errand));
      await runErrand(w.ports, errand);
      await runErrand(w.ports, errand);
      const complaint = await w.complaint(registration.id);
      expect(complaint.events.filter(({ fact }) => fact.type === "attachmentsStored")).toHaveLength(1);
      expect([...w.attachments.items.keys()].filter((key) => key.startsWith(RECORDINGS))).toHaveLength(1);
      return { died };
    });
    expect(points).toBeGreaterThan(5);
  });

  test("goes with an erasure: neither the sound nor its mark is left", async () => {
    const { w } = desk({ status: 200, body: sound });
    const { registration } = await called(w);
    expect(w.attachments.items.size).toBe(2);
    await eraseComplaint(w.ports, registration.id, {});
    expect([...w.attachments.items.keys()]).toEqual([]);
  });

  test("has a retention of its own: half a year later it is gone, and the history says that there was one", async () => {
    const { w } = desk({ status: 200, body: sound });
    const { registration } = await called(w);
    w.clock.set(later(now, 179 * 24));
    await removeKept(w.ports, "2026-08-28", w.clock.text());
    expect(filesOf(await w.complaint(registration.id))).toHaveLength(1);
    w.clock.set(later(now, 181 * 24));
    expect((await removeKept(w.ports, "2026-08-30", w.clock.text())).removed.recordings).toBe(1);
    const after = await w.complaint(registration.id);
    expect(w.attachments.items.size).toBe(0);
    expect([filesOf(after), filesLeftOf(after)]).toMatchObject([
      [],
      [{ name: "通话录音", left: "kept-no-longer" }],
    ]);
  });
});

test.each([
  ["https://rec.calls.example/a.mp3", true],
  ["https://calls.example/a.mp3", false],
  ["https://rec.calls.example.evil.example/a.mp3", false],
  ["http://rec.calls.example/a.mp3", false],
  ["https://user:word@rec.calls.example/a.mp3", false],
  ["https://media.example:8443/a.mp3", true],
  ["rec.calls.example", false],
])("%s is on the list: %s", (url, listed) => {
  expect(isRecordingHost(url, [".calls.example", "media.example"])).toBe(listed);
});
