import { expect, test } from "vitest";
import { isRecordingHost, recordingPause } from "../../../lib/domain/attachments/recordings.ts";

const hosts = ["rec.example", ".calls.example"];

test.each(["https://rec.example/a.mp3", "https://a.calls.example/x", "https://REC.example:8443/a"])(
  "%s is asked for a recording",
  (address) => expect(isRecordingHost(address, hosts)).toBe(true),
);

test.each([
  "http://rec.example/a.mp3",
  "https://user@rec.example/a.mp3",
  "https://:secret@rec.example/a.mp3",
  "https://sub.rec.example/a.mp3",
  "https://calls.example/x",
  "https://evilcalls.example/x",
  "https://a.calls.example.evil.example/x",
  "https://169.254.169.254/latest",
  "rec.example/a.mp3",
])("%s is nobody's whom we know", (address) => expect(isRecordingHost(address, hosts)).toBe(false));

test("a recording is asked for over two and a half hours, a dozen times, at first soon", () => {
  const pauses = Array.from({ length: 13 }, (_, index) => recordingPause(index + 1));
  expect(pauses.slice(0, 3)).toEqual([60, 300, 900]);
  expect(pauses.at(-1)).toBeUndefined();
  expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0)).toBe(9_360);
});
