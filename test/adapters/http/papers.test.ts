import { unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { qrPng } from "../../../lib/adapters/documents/qr.ts";
import { historyView } from "../../../lib/contracts/complaints/history-views.ts";
import { paperFormNames } from "../../../lib/domain/papers/forms.ts";
import { people } from "../../support/organisation.ts";
import { textOf } from "../documents/paper.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const take = (line: string, person: { readonly id: string }, query: Record<string, string> = {}) =>
  api.reports(`GET ${line}`, { headers: as(person), query });
const words = (answer: { readonly text: string }) => textOf(Buffer.from(answer.text, "base64"));

describe("paper forms over HTTP", () => {
  it("D11: the record comes filled, by id or number, as a file to save", async () => {
    const { registration } = await api.receive();
    for (const key of [registration.id, registration.number]) {
      const answer = await take(`/complaints/${key}/forms/complaint-record`, people.clerk);
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toContain("wordprocessingml");
      expect(answer.headers["content-disposition"]).toContain(
        encodeURIComponent(`${registration.number}-客户投诉记录表.docx`),
      );
      expect(words(answer)).toContain("电梯又停了");
    }
  });

  it("who took which form stands in the history; a blank sheet is nobody's business", async () => {
    const { registration } = await api.receive();
    await take(`/complaints/${registration.id}/forms/handling-record`, people.manager);
    await take("/forms/handling-record", people.clerk);
    const shown = await api.staff(`GET /complaints/${registration.id}/history`, {
      headers: as(people.clerk),
    });
    expect(historyView.parse(shown.json).papers).toEqual([
      {
        form: "handling-record",
        at: api.clock.text(),
        by: { kind: "person", id: people.manager.id, name: people.manager.name },
      },
    ]);
  });

  it("D2: the notice of channels names the project's mailbox and promises what the policy in force says", async () => {
    const text = words(await take("/forms/channels-notice", people.clerk, { projectId: "project-1" }));
    expect(text).toContain("project-1@desk.example");
    expect(text).toContain("https://desk.example");
    expect(text).toContain("24小时内回复您");
  });

  it("D2: the notice's code opens a complaint with project and place filled in", async () => {
    const pictures = async (query: Record<string, string>) => {
      const answer = await take("/forms/channels-notice", people.clerk, { projectId: "project-1", ...query });
      const files = unzipSync(new Uint8Array(Buffer.from(answer.text, "base64")));
      return Object.entries(files).flatMap(([name, bytes]) =>
        name.endsWith(".png") ? [Buffer.from(bytes)] : [],
      );
    };
    const address = `https://desk.example/r/project-1/${encodeURIComponent("8栋1单元电梯")}`;
    expect(await pictures({ place: "8栋1单元电梯" })).toEqual([Buffer.from(qrPng(address))]);
    expect(await pictures({})).toEqual([Buffer.from(qrPng("https://desk.example/r/project-1/-"))]);
  });

  it.each(paperFormNames)("%s exists as a blank pad", async (form) => {
    const answer = await take(`/forms/${form}`, people.clerk);
    expect(answer.status).toBe(200);
    expect(words(answer)).toContain("示例物业公司");
  });

  it("nobody learns of a complaint, a project or a form that is not there for them", async () => {
    const { registration } = await api.receive();
    const path = `/complaints/${registration.id}/forms/complaint-record`;
    expect((await take(path, people.stranger)).json.code).toBe("unknown-complaint");
    expect((await take("/complaints/x/forms/complaint-record", people.clerk)).json.code).toBe(
      "unknown-complaint",
    );
    expect((await take(`/complaints/${registration.id}/forms/other`, people.clerk)).json).toMatchObject({
      status: 404,
      code: "unknown-form",
    });
    expect((await take("/forms/toString", people.clerk)).json.code).toBe("unknown-form");
    expect((await take("/forms/reply-letter", people.clerk, { projectId: "project-2" })).json.code).toBe(
      "unknown-project",
    );
    expect((await api.reports(`GET ${path}`)).status).toBe(401);
    expect(api.papersTaken).toEqual([]);
  });

  it("what cannot be put on record is not handed out", async () => {
    const { registration } = await api.receive();
    api.ports.paperLog.record = () => Promise.reject(new Error("the store is away"));
    const answer = await take(`/complaints/${registration.id}/forms/reply-letter`, people.clerk);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("电梯");
  });
});
