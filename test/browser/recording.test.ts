import { expect, test } from "vitest";
import type { Desk } from "../e2e/desk.ts";
import { openAtADesk } from "./at-a-desk.ts";
import { openWindow, type TestBrowser } from "./browser.ts";
import { signIn } from "./person.ts";

/* A sound that lies with a complaint (the recording of a call, a voice from a phone) is heard in a real browser at the desk. */

let desk: Desk;
let browser: TestBrowser;

openAtADesk("2026-09-30T01:00:00.000Z", (opened) => {
  ({ desk, browser } = opened);
});

/** A second of a tone, as a call centre keeps it: PCM, 8 kHz, 16 bits. */
function tone(): Buffer {
  const samples = 8000;
  const bytes = Buffer.alloc(44 + 2 * samples);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + 2 * samples, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(samples, 24);
  bytes.writeUInt32LE(2 * samples, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(2 * samples, 40);
  for (let n = 0; n < samples; n += 1) bytes.writeInt16LE(Math.round(8000 * Math.sin(n / 3)), 44 + 2 * n);
  return bytes;
}

test("nothing is fetched before somebody presses play; then it sounds to its end, and can be saved", async () => {
  const registered = await desk.client.asSystem("call-centre", "/channels/phone/complaints", {
    projectId: "forest-lake",
    sourceId: "recorded-call",
    matter: "二期 12 栋门禁失灵。",
    classCode: "1.2.2",
    complainant: { name: "住户示例", phone: "13800000177" },
    location: { area: "二期", building: "12", unit: "1", room: "101" },
  });
  await desk.reacted();
  const { id } = registered.body as { readonly id: string };
  const { context, page } = await openWindow(browser, desk.cloud.baseUrl);
  await signIn(page, "lake-manager", `/c/${id}?do=note`);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("内容").fill("通话录音");
  await dialog
    .getByLabel("选择照片或文件")
    .setInputFiles([{ name: "通话录音.wav", mimeType: "audio/wav", buffer: tone() }]);
  await dialog.getByText("✓ 通话录音.wav").waitFor();
  await dialog.getByRole("button", { name: "提交" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "附件 1" }).waitFor();

  const fetched: string[] = [];
  page.on("request", (request) => {
    if (/attachments\/|complaints%2F|\/complaints\/.*wav/.test(request.url())) fetched.push(request.url());
  });
  await page.goto(new URL(`/c/${id}`, page.url()).href);
  const play = page.getByRole("button", { name: "▶ 播放" });
  await play.waitFor();
  expect(fetched).toEqual([]);
  await play.click();
  const sound = "document.querySelector('audio')";
  await page.locator("audio[aria-label='通话录音.wav']").waitFor();
  // Heard to its end: it was fetched from where files lie, which the page's policy allows, and is no broken file.
  await expect
    .poll(() => page.evaluate(`${sound}.ended ? ${sound}.duration : (${sound}.play(), 0)`))
    .toBeCloseTo(1, 1);
  expect(fetched.length).toBeGreaterThan(0);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "通话录音.wav" }).click();
  expect((await saved).suggestedFilename()).toBe("通话录音.wav");
  await context.close();
}, 120_000);
