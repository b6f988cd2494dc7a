import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import * as z from "zod";
import { paperForms } from "../../lib/domain/papers/forms.ts";
import type { Desk } from "../e2e/desk.ts";
import { openWindow, type TestBrowser } from "./browser.ts";
import { handler } from "./handler/jobs.ts";
import { signIn } from "./person.ts";

/** What a browser or a reader of documents would do something with, if it were not text. */
const markup = `<img src=x onerror="globalThis.pwned=1"><b>粗</b></w:t>&amp;"'`;
const made = z.looseObject({ id: z.string() });

/** A complaint, an event, a narrative and a subscription whose every text is markup. */
async function written({ client, ...desk }: Desk) {
  const registered = await client.asPerson("lake-front-desk", "POST", "/complaints", {
    projectId: "forest-lake",
    sourceId: "markup",
    matter: `${markup} 大堂渗水`,
    place: markup,
    complainant: { name: markup, phone: "13800000909" },
    location: { building: "8", unit: "1", room: "909" },
    against: { text: markup },
  });
  const { id } = made.parse(registered.body);
  const give = async (person: string, command: string, body: object) => {
    const seen = await client.asPerson(person, "GET", `/complaints/${id}`);
    const { version } = z.looseObject({ version: z.int() }).parse(seen.body);
    const path = `/complaints/${id}/commands/${command}`;
    const answer = await client.asPerson(person, "POST", path, { version, ...body }, `markup-${command}`);
    expect([command, answer.status, answer.body]).toMatchObject([command, 200, {}]);
  };
  await give("lake-supervisor", "assign", { departmentId: "engineering", handlerId: handler });
  await give("lake-supervisor", "judge", { validity: "valid", reason: markup });
  await give(handler, "note", { text: markup });
  await give("lake-supervisor", "reply", { via: "phone", text: markup });
  await give("lake-supervisor", "customer-message", { text: markup });
  const nodes = [{ text: markup, dueAt: "2026-10-20T10:00:00.000Z" }];
  await give(handler, "plan", { act: "write", text: markup, nodes });
  await give("lake-manager", "resolve", { via: "phone", text: markup });
  const action = { ownerId: handler, dueAt: "2026-10-20T10:00:00.000Z", cause: markup, measure: markup };
  await give("lake-manager", "review", { text: markup, actions: [action] });
  const event = await client.asPerson(
    "lake-front-desk",
    "POST",
    "/events",
    {
      projectId: "forest-lake",
      category: "equipment.water",
      outcome: "negative",
      departmentId: "engineering",
      description: markup,
      reporter: { name: markup, phone: "13800000056" },
    },
    "markup-event",
  );
  const month = new Date(desk.cloud.engine.now()).toISOString().slice(0, 7);
  const sections = { culture: { stage: markup } };
  await client.asPerson("lake-project-manager", "PUT", `/reports/${month}/submissions/forest-lake`, {
    sections,
  });
  const hook = { version: 0, name: markup, url: "https://10.0.0.1/x", kinds: ["complaint.registered"] };
  await client.asPerson("headquarters", "PUT", "/webhooks/markup", hook);
  return { id, event: made.parse(event.body).id, month };
}

/** On every page that shows them, texts are text: no element is made of them and nothing of them runs; on paper too: how many forms were looked at. */
export async function formsWithTextAsText(browser: TestBrowser, desk: Desk): Promise<number> {
  const { id, event, month } = await written(desk);
  const pages = [
    ["lake-manager", "/?q=%E5%A4%A7%E5%A0%82%E6%B8%97%E6%B0%B4"],
    ["lake-manager", `/c/${id}`],
    ["lake-manager", "/actions"],
    ["lake-manager", `/emergencies/${event}`],
    ["headquarters", `/months/${month}/bulletin?project=forest-lake`],
    ["headquarters", "/admin/webhooks"],
    [handler, `/m/c/${id}`],
  ] as const;
  for (const [person, address] of pages) {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
    if (address.startsWith("/m/")) await context.clock.setFixedTime(desk.cloud.engine.now());
    await signIn(page, person, address);
    await page.getByText("<img src=x").first().waitFor();
    const found = await page.evaluate(
      `({ pwned: globalThis.pwned ?? 0, elements: document.querySelectorAll("img[src=x]").length })`,
    );
    expect({ address, found }).toEqual({ address, found: { pwned: 0, elements: 0 } });
    await context.close();
  }
  let filled = 0;
  for (const form of Object.keys(paperForms)) {
    const answer = await fetch(`${desk.cloud.baseUrl}/complaints/${id}/forms/${form}`, {
      headers: { authorization: `Bearer ${await desk.cloud.tokenFor("lake-manager")}` },
    });
    // Some are of other complaints: of tickets, of a project.
    if (!answer.ok) continue;
    filled += 1;
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect({ form, raw: /<img|<b>粗/.test(document) }).toEqual({ form, raw: false });
  }
  return filled;
}
