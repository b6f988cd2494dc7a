import { expect, test } from "vitest";
import { qrPng } from "../../../lib/adapters/documents/qr.ts";
import { mailsAbout } from "../desk.ts";
import { as, complaints, desk, type Json, json, post, project, raw, uploaded } from "./life.ts";

/** One complaint from its arrival to its close, one that nobody cares for, and a group. */
export function howItIsHandled(): void {
  test("register, reply, assign, resolve, follow up, close: one version each, and a lost answer is no second command", async () => {
    const { body: made } = await post("call-centre", complaints("phone"), {
      projectId: project,
      sourceId: "life-1",
      matter: "单元门闭门器损坏",
      complainant: { name: "李先生", phone: "13800000002" },
      location: { building: "10", unit: "2", room: "1002" },
    });
    const id: string = made.id;
    // D2: no address, so number and link go as a text message, once.
    await desk.reacted();
    const texts = desk.cloud.services.messages.sent().filter(({ to }) => to === "13800000002");
    expect(texts).toMatchObject([{ way: "sms", url: made.trackingUrl }]);
    const give = (person: string, command: string, body: object, key: string) =>
      as(person, "POST", `/complaints/${id}/commands/${command}`, body, key);

    const reply = { version: 1, via: "phone", text: "已安排师傅上门，今天下午给您答复。" };
    const first = await give("lake-front-desk", "reply", reply, "k1");
    expect(first).toMatchObject({ status: 200, body: { version: 2, status: "registered" } });
    // The answer was lost on its way: sent again, it is the same answer.
    expect(await give("lake-front-desk", "reply", reply, "k1")).toEqual(first);
    expect(await give("lake-front-desk", "reply", { ...reply, text: "别的话" }, "k1")).toMatchObject({
      status: 409,
      body: { code: "key-reused" },
    });
    expect(
      await give("lake-supervisor", "judge", { version: 1, validity: "valid", reason: "属实" }, "k2"),
    ).toMatchObject({
      status: 409,
      body: { code: "stale-version", current: { version: 2 } },
    });
    expect(await give("lake-supervisor", "close", { version: 2 }, "k3")).toMatchObject({
      status: 409,
      body: { code: "not-allowed-now", allowed: expect.arrayContaining(["assign"]) },
    });
    expect(
      await give("lake-front-desk", "judge", { version: 2, validity: "valid", reason: "属实" }, "k4"),
    ).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    // D4: the head signs on paper; where its code leads says how the photo is handed in, through the door for files.
    const sheet = `/public/sheets/${made.number}/handling-record`;
    const leads = await fetch(`${desk.cloud.baseUrl}${sheet}`);
    expect([leads.status, await leads.text()]).toEqual([200, expect.stringContaining("签认")]);
    const signed = {
      attachments: [await uploaded("lake-front-desk", qrPng(sheet))],
      sheet: {
        code: `${desk.cloud.baseUrl}${sheet}`,
        signerId: "lake-engineering-head",
        signedOn: "2026-09-30",
      },
    };
    const course = [
      ["lake-supervisor", "classify", { classCode: "1.2", level: "C" }, "registered"],
      ["lake-supervisor", "judge", { validity: "valid", reason: "现场属实" }, "registered"],
      [
        "lake-supervisor",
        "assign",
        { departmentId: "engineering", handlerId: "lake-engineering" },
        "handling",
      ],
      ["lake-engineering", "accept", {}, "handling"],
      ["lake-engineering", "investigate", { text: "闭门器漏油" }, "handling"],
      ["lake-engineering", "consult", { text: "厂家建议整体更换" }, "handling"],
      ["lake-engineering", "plan", { text: "更换闭门器" }, "handling"],
      ["lake-engineering", "resolve", { via: "phone", text: "已更换闭门器" }, "resolved"],
      ["lake-front-desk", "sign-off", signed, "resolved"],
      ["lake-front-desk", "follow-up", { outcome: "reached", grade: 5 }, "resolved"],
      ["lake-supervisor", "close", {}, "closed"],
    ] as const;
    for (const [index, [person, command, body, status]] of course.entries()) {
      const answer = await give(person, command, { version: index + 2, ...body }, `course-${index}`);
      expect(answer).toMatchObject({ status: 200, body: { version: index + 3, status } });
    }
    // Graded too late: closed already. The function may look the number up and write.
    const rating = made.trackingUrl.replace(desk.cloud.baseUrl, "").replace("?", "/rating?");
    const graded = await raw(rating, { method: "POST", headers: json, body: JSON.stringify({ grade: 5 }) });
    expect(graded).toMatchObject({ status: 409, body: { code: "not-allowed-now" } });
    const clocks = await as("lake-supervisor", "GET", `/complaints/${id}/clocks`);
    const kept = ["firstReply", "result", "plan", "accept", "followUp"].map((name) => [name, "kept"]);
    const outcomes = clocks.body.clocks.map((c: Json) => [c.name, c.outcome]);
    expect(outcomes).toEqual(expect.arrayContaining(kept));
    const history = await as("lake-supervisor", "GET", `/complaints/${id}/history`);
    expect(history.body.events.filter(({ type }: Json) => type === "replied")).toHaveLength(1);
    const { facts } = history.body.events.find(({ type }: Json) => type === "signedOff");
    const photo = await desk.client.download(
      "lake-manager",
      `/complaints/${id}/attachments/${facts.sheet.fileIds[0]}`,
    );
    expect(Buffer.from(photo).equals(Buffer.from(qrPng(sheet)))).toBe(true);
  });

  /** Mails leave a second later, the bursts at 08:00 and 18:00 over three minutes; here counts the rung's own instant. */
  function beforeSpread(at: string): string {
    return at.replace(/T(00|10):0[0-2]:\d\d\.\d+Z$/, "T$1:00:00.000Z").replace(":01.000Z", ":00.000Z");
  }

  test("when nobody acts, each rung's mail reaches the right person at its instant of the State Council calendar", async () => {
    await desk.to("2026-09-30T02:00:00.000Z");
    const { body } = await post("call-centre", complaints("phone"), {
      projectId: project,
      sourceId: "nobody-1",
      matter: "没有人理我",
      classCode: "1.5",
      complainant: { name: "陈先生", phone: "13800000003" },
      location: { area: "一期", building: "9", unit: "1", room: "901" },
    });
    await desk.to("2026-10-14T02:00:00.000Z");
    const about = mailsAbout(desk, body.id).map(
      ({ to, at }) => `${beforeSpread(at)} ${to.replace("@sample.jiesu.example", "")}`,
    );
    expect(about.sort()).toEqual([
      // New: front desk and duty handler hear at the end of the minute.
      "2026-09-30T02:01:00.000Z lake-duty",
      "2026-09-30T02:01:00.000Z lake-front-desk-2",
      // firstReply, 24 natural hours (D6): both reminders at the start of the quiet hours, since the limit follows them; one
      // mail tells of both.
      "2026-09-30T13:01:00.000Z lake-desk-head",
      "2026-09-30T13:01:00.000Z lake-duty",
      "2026-10-01T02:00:00.000Z lake-manager",
      "2026-10-01T02:00:00.000Z lake-supervisor",
      // Four working hours and one and two working days later: the holiday lies between.
      "2026-10-08T05:00:00.000Z lake-project-manager",
      "2026-10-08T10:00:00.000Z central-quality",
      // result, three working days (D6) to Saturday 10 October: half and four fifths of 35 working hours.
      "2026-10-09T01:31:00.000Z lake-desk-head",
      "2026-10-09T01:31:00.000Z lake-duty",
      "2026-10-09T10:00:00.000Z headquarters",
      "2026-10-10T03:01:00.000Z lake-desk-head",
      "2026-10-10T03:01:00.000Z lake-duty",
      "2026-10-10T10:00:00.000Z lake-manager",
      "2026-10-10T10:00:00.000Z lake-supervisor",
      "2026-10-12T05:00:00.000Z lake-project-manager",
      "2026-10-12T10:00:00.000Z central-quality",
      "2026-10-13T10:00:00.000Z headquarters",
    ]);
  }, 120_000);

  test("five households of one building at once are one group (D11): it stands by itself, and one command replies to all", async () => {
    await desk.to("2026-10-14T02:00:00.000Z");
    const rooms = ["101", "102", "103", "104", "105"];
    const answers = await Promise.all(
      rooms.map((room) =>
        post("call-centre", complaints("phone"), {
          projectId: project,
          sourceId: `crowd-${room}`,
          matter: "地库又进水",
          classCode: "1.7.2",
          complainant: { name: "业主", phone: `138000011${room.slice(1)}` },
          location: { building: "8", unit: "1", room },
        }),
      ),
    );
    const ids = answers.map(({ body }) => body.id);
    // The second look is two minutes later; an hour of duty time later the proposal stands.
    await desk.to("2026-10-14T03:05:00.000Z");
    const { body: page } = await as("lake-supervisor", "GET", `/groups?projectId=${project}`);
    expect(page.items).toMatchObject([
      { level: "B", status: "confirmed", members: 5, evidence: { scope: "building", building: "8/2" } },
    ]);
    const { id } = page.items[0];
    const { body: group } = await as("lake-supervisor", "GET", `/groups/${id}`);
    expect(new Set(group.members.map(({ complaintId }: Json) => complaintId))).toEqual(new Set(ids));
    const reply = { version: group.version, via: "phone", text: "今晚抽水并封堵" };
    const replied = await as("lake-supervisor", "POST", `/groups/${id}/commands/reply`, reply, "crowd-1");
    expect(replied.body.results.map(({ outcome }: Json) => outcome)).toEqual(rooms.map(() => "done"));
    await desk.to("2026-10-15T03:00:00.000Z");
    const { body: clocks } = await as("lake-supervisor", "GET", `/complaints/${ids[0]}/clocks`);
    expect(clocks.clocks[0]).toMatchObject({ name: "firstReply", outcome: "kept" });
    // Told: proposed to two, confirmed to two; no member was escalated by itself.
    const about = desk.cloud.services.mails.sent().filter(({ raw: mail }) => mail.includes(`<group.${id}@`));
    expect(about.length).toBeGreaterThanOrEqual(4);
    // One mail of what is new to front desk and duty handler each; D15: for the third time in this building, so the owner of
    // the measure hears, and nobody else.
    const mails = new Map(
      ids.flatMap((one: string) => mailsAbout(desk, one)).map(({ raw: mail, to }) => [mail, to]),
    );
    expect([...mails.values()].sort()).toEqual(
      ["lake-desk-head", "lake-duty", "lake-front-desk-2"].map((who) => `${who}@sample.jiesu.example`),
    );
  }, 120_000);
}
