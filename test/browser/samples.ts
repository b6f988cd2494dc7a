import { createTransport } from "nodemailer";
import * as z from "zod";
import type { Desk } from "../e2e/desk.ts";

/** Complaints that the journeys meet, by id. */
export interface Samples {
  readonly phone: string;
  readonly web: string;
  /** Five homes of one building with one problem. */
  readonly group: string;
  /** An emergency event. */
  readonly emergency: string;
  /** A month with an edition of its files. */
  readonly month: string;
}

export async function makeSamples(desk: Desk): Promise<Samples> {
  const { client } = desk;
  await mailsToMany(desk);
  const samples = {
    group: await crowd(desk),
    emergency: idOf(
      await client.asPerson(
        "lake-front-desk",
        "POST",
        "/events",
        {
          projectId: "forest-lake",
          category: "equipment.water",
          outcome: "negative",
          departmentId: "engineering",
          description: "地下水泵房进水。",
          reporter: { name: "李示例", phone: "13800000056" },
        },
        "browser-event",
      ),
    ),
    phone: idOf(
      await client.asSystem("call-centre", "/channels/phone/complaints", {
        projectId: "forest-lake",
        sourceId: "browser-phone",
        matter: "二期 8 栋 1 单元电梯停运，老人无法下楼。",
        complainant: { name: "业主示例", phone: "13800000001", email: "owner@mail.example" },
        location: { area: "二期", building: "8", unit: "1", room: "601" },
      }),
    ),
    web: idOf(
      await client.asSystem("website", "/channels/web/complaints", {
        projectId: "forest-lake",
        sourceId: "browser-web",
        matter: "地下车库有人占用消防通道，已持续三天，请尽快处理。",
        complainant: { name: "租户示例", phone: "13800000002", email: "tenant@mail.example" },
        location: { area: "一期", building: "3", unit: "2", room: "1502" },
      }),
    ),
  };
  const month = await edition(desk);
  await narrative(desk, month, samples.phone);
  return { ...samples, month };
}

/** An interim edition of the month that runs. */
async function edition(desk: Desk): Promise<string> {
  const month = "2026-09";
  const started = await desk.client.asPerson(
    "headquarters",
    "POST",
    `/reports/${month}/build`,
    {},
    "browser-edition",
  );
  if (started.status !== 202) throw new Error(`not built: ${started.status} ${JSON.stringify(started.body)}`);
  await desk.reacted();
  return month;
}

/** Two newsletters by their signs; one of them is a person's letter all the same. */
async function mailsToMany(desk: Desk): Promise<void> {
  const smtp = createTransport({ host: "127.0.0.1", port: desk.cloud.smtpPort, ignoreTLS: true });
  const headers = { Precedence: "bulk", "List-Unsubscribe": "<https://list.example/leave>" };
  const to = "senlinhu@jiesu.example";
  await smtp.sendMail({
    from: "促销 <offers@shop.example>",
    to,
    subject: "本周促销",
    html: '<h1>全场五折</h1><img src="https://shop.example/seen.png"><a href="https://shop.example">点此</a><script>alert(1)</script>',
    headers,
  });
  await smtp.sendMail({
    from: "业主代表 <owners@list.example>",
    to,
    subject: "业主代表来信",
    text: "八栋电梯每周停两次，请物业答复。",
    headers,
  });
  smtp.close();
  await desk.reacted();
}

async function crowd(desk: Desk): Promise<string> {
  const { client } = desk;
  for (const room of ["101", "201", "301", "401", "501"]) {
    await client.asSystem("call-centre", "/channels/phone/complaints", {
      projectId: "forest-lake",
      sourceId: `browser-crowd-${room}`,
      matter: "地下车库漏水，车位都泡了。",
      classCode: "1.2.3",
      complainant: { name: "住户示例", phone: `138000001${room.slice(0, 2)}` },
      location: { area: "二期", building: "12", unit: "1", room },
    });
    await desk.reacted();
  }
  await desk.reacted();
  const { body } = await client.asPerson("lake-supervisor", "GET", "/groups?projectId=forest-lake");
  const [group] = z.object({ items: z.array(z.looseObject({ id: z.string() })) }).parse(body).items;
  if (group === undefined) throw new Error("no group was formed");
  return group.id;
}

function idOf({ status, body }: { readonly status: number; readonly body: unknown }): string {
  if (status !== 201 || typeof body !== "object" || body === null || !("id" in body)) {
    throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
  }
  return String(body.id);
}

/** What a project's manager has written of the month so far, and a case that is contested. */
async function narrative({ client }: Desk, month: string, complaintId: string): Promise<void> {
  const manager = "lake-project-manager";
  const place = `/reports/${month}/submissions/forest-lake`;
  const sections = { culture: { stage: "社区文化节已筹备。" } };
  const seen = await client.asPerson(manager, "GET", `/complaints/${complaintId}`);
  const { number } = z.looseObject({ number: z.string() }).parse(seen.body);
  const contest = { reason: "not-ours", text: "电梯在开发商保修期内。" };
  for (const [path, body] of [
    [place, { sections }],
    [`${place}/contests/${number}`, contest],
  ] as const) {
    const { status } = await client.asPerson(manager, "PUT", path, body);
    if (status !== 200) throw new Error(`not written: ${path} ${status}`);
  }
}
