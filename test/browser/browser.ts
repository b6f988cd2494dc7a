import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import { installedFile } from "../../lib/config/chart-files.ts";

/** The browser of the npm package, with the Chinese font that the project ships; no package of the system. */
export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const fonts = await mkdtemp(join(tmpdir(), "jiesu-fonts-"));
  await writeFile(
    join(fonts, "fonts.conf"),
    fontConfiguration(dirname(installedFile("chart-font.otf")), fonts),
  );
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own arguments: they are for one page in a Lambda and switch the web's security off.
    args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: join(fonts, "fonts.conf") },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(fonts, { recursive: true, force: true });
    },
  };
}

function fontConfiguration(folder: string, cache: string): string {
  const family = "Noto Sans S Chinese";
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir><alias><family>sans-serif</family><prefer><family>${family}</family></prefer></alias><alias><family>system-ui</family><prefer><family>${family}</family></prefer></alias></fontconfig>`;
}

export const sizes = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1440, height: 900 },
} as const;

/** What a page does not do within this it does not do: it ends what hangs, on a busy machine too. */
export const patienceMs = 30_000;

/** A person's window; what the page complains about is collected. */
export async function openWindow(
  { browser }: TestBrowser,
  baseURL: string,
  size: keyof typeof sizes = "desk",
  colorScheme: "light" | "dark" = "light",
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport: sizes[size],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme,
    // Colours on their way from light to dark are no colours of the page.
    reducedMotion: "reduce",
    ...(size === "phone" ? { isMobile: true, hasTouch: true } : {}),
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { context, page, complaints };
}
