import { describe, expect, test } from "vitest";
import { type ConnectEvent, connectFlow } from "../../lib/client/connect.ts";
import { registeredValue } from "../../lib/domain/complaint/document.ts";
import { desk } from "./desk.ts";

const HOTLINE = "+864000000000";

type Call = Partial<ConnectEvent["Details"]["ContactData"]>;

function call(contact: Call = {}, parameters: Readonly<Record<string, string>> = {}): ConnectEvent {
  return {
    Details: {
      ContactData: {
        ContactId: "contact-1",
        InitialContactId: "contact-1",
        Attributes: {},
        CustomerEndpoint: { Address: "+8613800000001" },
        SystemEndpoint: { Address: HOTLINE },
        ...contact,
      },
      Parameters: parameters,
    },
  };
}

function flow() {
  const { api, fetch } = desk();
  const reported: unknown[] = [];
  const options = {
    baseUrl: "https://desk.example",
    key: "key-of-everything",
    projects: { [HOTLINE]: "project-1" },
    report: (error: unknown) => void reported.push(error),
  };
  return { api, options, reported, invoke: connectFlow({ ...options, fetch }) };
}

describe("a contact flow of Amazon Connect", () => {
  test("registers the call with its number, its words and where; the answer is plain texts", async () => {
    const { api, invoke } = flow();
    const answer = await invoke(call({ Attributes: { matter: "电梯停了", building: "8", room: "601" } }));
    expect(answer).toEqual({
      result: "registered",
      number: "001",
      spoken: "0 0 1",
      trackingUrl: expect.stringContaining("/public/complaints/001"),
    });
    for (const value of Object.values(answer)) expect(value).toBeTypeOf("string");
    const [complaint] = api.here.complaints.items.values();
    expect(complaint?.registration.location).toEqual({ building: "8", room: "601" });
    expect(registeredValue(complaint!, "matter")).toBe("电梯停了");
    expect(registeredValue(complaint!, "phone")).toBe("+8613800000001");
  });

  test("the same call again, also passed on, is the same complaint", async () => {
    const { api, invoke } = flow();
    await invoke(call());
    expect(await invoke(call())).toMatchObject({ result: "known", number: "001" });
    expect(await invoke(call({ ContactId: "contact-2" }))).toMatchObject({ result: "known", number: "001" });
    expect(await invoke(call({ ContactId: "c9", InitialContactId: "c9" }))).toMatchObject({ number: "002" });
    expect(api.here.complaints.items.size).toBe(2);
  });

  test("who left no words is to be called back; a parameter goes before an attribute; a hidden number is no contact", async () => {
    const { api, invoke } = flow();
    await invoke(
      call({ CustomerEndpoint: { Address: "anonymous" }, Attributes: { name: "甲" } }, { name: "乙" }),
    );
    const [complaint] = api.here.complaints.items.values();
    expect(registeredValue(complaint!, "matter")).toContain("请回拨");
    expect(registeredValue(complaint!, "name")).toBe("乙");
    expect(registeredValue(complaint!, "phone")).toBeUndefined();
  });

  test("where the flow says when the call began, its facts are kept", async () => {
    const { api, invoke } = flow();
    await invoke(call({}, { startedAt: "2026-02-13T01:59:00Z", agent: "坐席 07" }));
    const [complaint] = api.here.complaints.items.values();
    expect(JSON.parse(registeredValue(complaint!, "channelData") ?? "")).toEqual({
      callId: "contact-1",
      caller: "+8613800000001",
      callee: HOTLINE,
      agent: "坐席 07",
      startedAt: "2026-02-13T01:59:00.000Z",
    });
  });

  test("it never throws: refused with the code, or unavailable", async () => {
    const { options, reported, invoke } = flow();
    expect(await invoke(call({ SystemEndpoint: null }))).toEqual({
      result: "refused",
      code: "unknown-project",
    });
    expect(await invoke(call({}, { projectId: "nowhere" }))).toEqual({
      result: "refused",
      code: "unknown-project",
    });
    const gone = connectFlow({ ...options, fetch: () => Promise.reject(new TypeError("refused")) });
    expect(await gone(call())).toEqual({ result: "unavailable" });
    const slow = connectFlow({
      ...options,
      timeoutMs: 5,
      fetch: (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener("abort", () => reject(request.signal.reason));
        }),
    });
    expect(await slow(call())).toEqual({ result: "unavailable" });
    expect(reported).toHaveLength(3);
  });
});
