/** `npm run screenshots`: pictures of the pages for the README, from the running local cloud with sample complaints. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";
import { openBrowser, openWindow, sizes } from "./browser.ts";
import { signIn } from "./person.ts";
import { makeSamples } from "./samples.ts";

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
} finally {
  await browser.close();
  await desk.close();
  await removeDirectory(directory);
}
process.exit(0);
