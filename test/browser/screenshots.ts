/** `npm run screenshots`: pictures of the pages for the README, from the running local cloud with sample complaints. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { type Desk, newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";
import { openBrowser, openWindow, sizes } from "./browser.ts";
import { signIn } from "./person.ts";
import { makeSamples } from "./samples.ts";

/** What a resident sees: where the sign's code leads, and the progress of a complaint. */
async function residentPages(desk: Desk) {
  const { client } = desk;
  const registered = await client.asSystem("website", "/channels/web/complaints", {
    projectId: "forest-lake",
    sourceId: "screenshot-resident",
    matter: "8 栋 1 单元电梯停运。",
    complainant: { name: "业主示例", phone: "13800000077" },
    location: { building: "8", unit: "1", room: "601" },
  });
  const { id, trackingUrl } = z.looseObject({ id: z.string(), trackingUrl: z.url() }).parse(registered.body);
  const command = async (person: string, name: string, version: number, body: object) => {
    const path = `/complaints/${id}/commands/${name}`;
    const { status } = await client.asPerson(person, "POST", path, { version, ...body }, `picture-${name}`);
    if (status !== 200) throw new Error(`${name}: ${status}`);
  };
  const given = { departmentId: "engineering", handlerId: "lake-engineering" };
  await command("lake-supervisor", "assign", 1, given);
  await command("lake-supervisor", "reply", 2, { via: "phone", text: "维保单位今天 14:00 到场检修。" });
  await desk.reacted();
  const { pathname, search } = new URL(trackingUrl);
  return [
    { name: "report", address: `/r/forest-lake/${encodeURIComponent("8栋1单元电梯")}`, shows: "发生了什么" },
    { name: "progress", address: pathname.replace("/public/complaints/", "/t/") + search, shows: "维保单位" },
  ];
}

const morning = "2026-09-30T01:00:00.000Z";
const evening = "2026-10-01T14:00:00.000Z";
const [folder = join(import.meta.dirname, "..", "..", "docs", "images")] = process.argv.slice(2);

const directory = await newDirectory();
const desk = await openDesk(directory, morning);
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  const samples = await makeSamples(desk);
  await desk.to(evening);
  const pictures = [
    { name: "inbox", address: "/", as: "lake-manager", size: "desk", shows: "N001" },
    {
      name: "complaint",
      address: `/c/${samples.phone}`,
      as: "lake-manager",
      size: "desk",
      shows: "现责任人",
    },
    { name: "register", address: "/new", as: "lake-front-desk", size: "tablet", shows: "登记" },
    { name: "phone", address: `/c/${samples.phone}`, as: "lake-manager", size: "phone", shows: "现责任人" },
    { name: "inbox-phone", address: "/", as: "lake-manager", size: "phone", shows: "N001" },
    { name: "group", address: `/g/${samples.group}`, as: "lake-manager", size: "tablet", shows: "成员" },
  ] as const;
  for (const { name, address, as, size, shows } of pictures) {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl, size);
    await signIn(page, as, address);
    await page.getByText(shows).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(folder, `page-${name}.png`), clip: { x: 0, y: 0, ...sizes[size] } });
    await context.close();
  }
  for (const { name, address, shows } of await residentPages(desk)) {
    const { context, page } = await openWindow(browser, desk.cloud.baseUrl, "phone");
    await page.goto(`${desk.cloud.baseUrl}${address}`);
    await page.getByText(shows).first().waitFor();
    await page.screenshot({ path: join(folder, `page-${name}.png`), clip: { x: 0, y: 0, ...sizes.phone } });
    await context.close();
  }
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit(0);
