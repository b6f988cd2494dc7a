import { describe, expect, it } from "vitest";
import { complaintBodies, postedChannels } from "../../lib/contracts/complaints/bodies.ts";
import { fieldErrors } from "../../lib/contracts/field-errors.ts";
import { known } from "../support/http.ts";

const least = { projectId: "project-1", matter: "电梯又停了" };
const ticket = { system: "12345", ticketNo: "SH-1", unit: "街道办", dueAt: "2026-02-20T10:00:00Z" };
/** Every field. */
const full = {
  ...least,
  sourceId: "s-1",
  receivedAt: "2026-02-13T10:00:00+08:00",
  complainant: {
    name: "示例业主",
    kind: "owner",
    phone: "13800000000",
    email: "a.b+c@home.example",
    anonymous: false,
  },
  location: { area: "东区", building: "3", unit: "1", room: "502" },
  occurredAt: "2026-02-13T09:59:59.123456+08:00",
  place: "3 号楼电梯",
  against: { text: "工程部", departmentId: "engineering", personId: "handler-1" },
  requestedReplyAt: "2026-02-13T12:00:00Z",
  classCode: "1.2",
  level: "C",
  urgency: "important",
  safety: true,
  manner: "agitated",
  recordKind: "complaint",
  headcount: 5,
  intake: "project",
  attachments: [],
  external: ticket,
  channelData: { orderNo: "1", visits: 2, vip: false },
};
const call = { callId: "c", caller: "138", callee: "400", agent: "1001", startedAt: "2026-02-13T02:00:00Z" };

function faults(channel: keyof typeof complaintBodies, body: unknown): string[] {
  const result = complaintBodies[channel].safeParse(body, { reportInput: true });
  return result.success ? [] : fieldErrors(result.error).map(({ path, code }) => `${path} ${code}`);
}

describe("the complaint body", () => {
  it.each(postedChannels)("takes the whole body and the least one from %s", (channel) => {
    const data = channel === "phone" ? call : full.channelData;
    expect(faults(channel, { ...full, channelData: data })).toEqual([]);
    expect(faults(channel, channel === "government" ? { ...least, external: ticket } : least)).toEqual([]);
  });

  it("normalises instants to UTC with milliseconds and changes nothing else", () => {
    const body = complaintBodies.web.parse(full);
    expect(body).toEqual({
      ...full,
      receivedAt: "2026-02-13T02:00:00.000Z",
      occurredAt: "2026-02-13T01:59:59.123Z",
      requestedReplyAt: "2026-02-13T12:00:00.000Z",
      external: { ...ticket, dueAt: "2026-02-20T10:00:00.000Z" },
    });
    expect(complaintBodies.web.parse({ ...least, matter: "  两行\r\n\t字  " }).matter).toBe(
      "  两行\r\n\t字  ",
    );
  });

  it("counts characters, not code units", () => {
    expect(faults("web", { ...least, matter: "𠮷".repeat(4000) })).toEqual([]);
    expect(faults("web", { ...least, matter: "电".repeat(4001) })).toEqual(["matter too-long"]);
  });

  it.each<[string, object, string]>([
    ["no matter", { projectId: "p" }, "matter required"],
    ["null", { ...least, matter: null }, "matter wrong-type"],
    ["a number", { ...least, projectId: 7 }, "projectId wrong-type"],
    ["only spaces", { ...least, matter: " 　\n" }, "matter too-short"],
    ["a zero-width space alone", { ...least, matter: "\u200b" }, "matter too-short"],
    ["a word joiner and blanks", { ...least, matter: " \u2060\n" }, "matter too-short"],
    ["a mark of direction alone", { ...least, matter: "\u202e\u2066" }, "matter too-short"],
    ["a name that nobody sees", { ...least, complainant: { name: "\u3164" } }, "complainant.name too-short"],
    ["NUL", { ...least, matter: "a\u0000b" }, "matter control-character"],
    ["a lone surrogate", { ...least, matter: "a\ud800" }, "matter control-character"],
    [
      "two lines in a name",
      { ...least, complainant: { name: "a\nb" } },
      "complainant.name control-character",
    ],
    ["an unknown field", { ...least, priority: 1 }, "priority unknown-field"],
    ["an unknown field within", { ...least, location: { floor: "3" } }, "location.floor unknown-field"],
    [
      "a prototype",
      JSON.parse('{"projectId":"p","matter":"m","__proto__":{"a":1}}'),
      "__proto__ unknown-field",
    ],
    ["local time", { ...least, receivedAt: "2026-02-13T10:00:00" }, "receivedAt bad-format"],
    ["a day that is none", { ...least, receivedAt: "2026-02-30T10:00:00Z" }, "receivedAt bad-format"],
    ["an impossible offset", { ...least, occurredAt: "2026-02-13T10:00:00+25:00" }, "occurredAt bad-format"],
    [
      "more digits than an instant has",
      { ...least, occurredAt: "2026-02-13T10:00:00.1234567890Z" },
      "occurredAt bad-format",
    ],
    ["no address", { ...least, complainant: { email: "a@b, c@d" } }, "complainant.email bad-format"],
    ["level F", { ...least, level: "F" }, "level not-one-of"],
    ["class 9.9", { ...least, classCode: "9.9" }, "classCode not-one-of"],
    ["half a person", { ...least, headcount: 1.5 }, "headcount wrong-type"],
    ["nobody", { ...least, headcount: 0 }, "headcount too-short"],
    ["a number over its maximum", { ...least, headcount: 100_001 }, "headcount too-big"],
    ["'true' as text", { ...least, safety: "true" }, "safety wrong-type"],
    ["a list", { ...least, complainant: [] }, "complainant wrong-type"],
    ["against nobody", { ...least, against: {} }, "against.text required"],
  ])("refuses %s and names the field", (_, body, fault) => {
    expect(faults("web", body)).toEqual([fault]);
  });

  it("knows what each channel must or may say", () => {
    expect(faults("government", least)).toEqual(["external required"]);
    expect(faults("phone", { ...least, channelData: { callId: "c" } })).toEqual([
      "channelData.caller required",
      "channelData.callee required",
      "channelData.agent required",
      "channelData.startedAt required",
    ]);
    expect(faults("phone", { ...least, channelData: { ...call, recordingUrl: "ftp://x/y" } })).toEqual([
      "channelData.recordingUrl bad-format",
    ]);
    expect(faults("web", { ...least, channelData: { nested: {} } })).toEqual([
      "channelData.nested wrong-type",
    ]);
  });

  it("names every fault at once and repeats no value that was sent", () => {
    const secret = "13800000000";
    const result = complaintBodies.web.safeParse(
      { projectId: 1, matter: "", level: secret, complainant: { email: secret, [secret]: 1 } },
      { reportInput: true },
    );
    const errors = fieldErrors(known(result.error));
    expect(errors.map(({ path }) => path)).toEqual([
      "projectId",
      "matter",
      "complainant.email",
      `complainant.${secret}`,
      "level",
    ]);
    expect(errors.map(({ message }) => message.zh + message.en).join()).not.toContain(secret);
  });
});
