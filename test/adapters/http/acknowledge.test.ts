import { beforeEach, describe, expect, it } from "vitest";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
/** The paths in the mails of a safety complaint's first rung. */
let paths: string[];
let id: string;

beforeEach(async () => {
  api = apis();
  const renderer = {
    render: ({ notice, acknowledgeUrl = "" }: { notice: { key: string }; acknowledgeUrl?: string }) => ({
      subject: notice.key,
      text: acknowledgeUrl,
      html: "",
    }),
  };
  Object.assign(api.here.ports, { renderer });
  ({ id } = (await api.here.receive({ safety: true })).registration);
  await api.here.drain();
  paths = api.here.sent.map(({ text }) => new URL(text).pathname);
});

const acknowledged = async () =>
  (await api.here.complaint(id)).events.filter(({ fact }) => fact.type === "rungAcknowledged");

describe("the one-tap link of an escalation", () => {
  it("shows a page with a button and changes nothing, however often a scanner opens it", async () => {
    for (const path of [...paths, ...paths]) {
      const shown = await api.channels(`GET ${path}`);
      expect([shown.status, shown.text.includes('<form method="post">')]).toEqual([200, true]);
      expect(shown.headers["content-security-policy"]).toContain("form-action 'self'");
    }
    expect(await acknowledged()).toEqual([]);
  });

  it("its button acknowledges once, in the person's name; the page says so to everybody afterwards", async () => {
    const [first = "", second = ""] = paths;
    expect((await api.channels(`POST ${first}`)).text).toContain("已确认收到");
    expect((await api.channels(`POST ${first}`)).status).toBe(200);
    expect((await api.channels(`POST ${second}`)).text).toContain("已确认收到");
    expect((await api.channels(`GET ${second}`)).text).not.toContain("<form");
    const events = await acknowledged();
    expect(events).toHaveLength(1);
    expect(events[0]?.by.kind).toBe("person");
  });

  it("works seven days, only unchanged, and only while the person reaches the project", async () => {
    const [path = ""] = paths;
    expect((await api.channels(`POST ${path.slice(0, -1)}!`)).status).toBe(404);
    expect((await api.channels(`POST ${path.replace(/\.(\d+)\./, ".9$1.")}`)).status).toBe(404);
    expect((await api.channels(`POST ${path}.x`)).status).toBe(404);
    api.here.organisation.people = api.here.organisation.people.map((person) => ({
      ...person,
      assignments: people.stranger.assignments,
    }));
    expect((await api.channels(`POST ${path}`)).status).toBe(404);
    api.here.clock.set(plusSeconds(api.here.clock.text(), 7 * 86_400 + 1));
    expect((await api.channels(`POST ${path}`)).status).toBe(410);
    expect(await acknowledged()).toEqual([]);
  });

  it("is of its own round: a reopened complaint's reminder is open, although the same one was acknowledged before", async () => {
    const reminders = () =>
      api.here.sent
        .filter(({ subject }) => subject.startsWith("result#") && subject.includes("#half#"))
        .map(({ text }) => new URL(text).pathname);
    await api.here.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
    await api.here.run(plusSeconds(api.here.clock.text(), 86_400));
    const [before = ""] = reminders();
    expect((await api.channels(`POST ${before}`)).text).toContain("已确认收到");
    await api.here.give(id, { type: "resolve", via: "phone", text: "已修复" });
    await api.here.give(id, { type: "reopen", reason: "仍未修好" }, { person: people.manager });
    const count = reminders().length;
    await api.here.run(plusSeconds(api.here.clock.text(), 2 * 86_400));
    const [again = ""] = reminders().slice(count);
    expect((await api.channels(`GET ${again}`)).text).toContain("<form");
    expect((await api.channels(`GET ${before}`)).text).not.toContain("<form");
  });

  it("opens for nobody whom the complaint is against by now: D4 leaves them the statement", async () => {
    const [, path = ""] = paths;
    const against = { text: "主管", personId: people.supervisor.id };
    await api.here.give(
      id,
      { type: "correct", told: { against }, reason: "听错" },
      { person: people.manager },
    );
    expect((await api.channels(`GET ${path}`)).status).toBe(404);
    expect((await api.channels(`POST ${path}`)).status).toBe(404);
    expect(await acknowledged()).toEqual([]);
  });

  it("what goes wrong is no acknowledgement: the page does not say that it is done", async () => {
    const [path = ""] = paths;
    Object.assign(api.ports, {
      complaints: Object.assign(Object.create(api.ports.complaints), {
        replace: () => Promise.reject(new Error("table is away")),
      }),
    });
    const answer = await api.channels(`POST ${path}`);
    expect([answer.status, answer.text.includes("已确认收到")]).toEqual([500, false]);
  });
});
