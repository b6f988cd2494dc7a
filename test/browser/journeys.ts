import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { PagePath } from "../../lib/contracts/pages/paths.ts";
import type { Desk } from "../e2e/desk.ts";
import type { Samples } from "./samples.ts";

/** What a person does on a page. Every page has one: without it this file does not compile. */
export interface Journey {
  /** A sample person. */
  readonly as: string;
  readonly address: (samples: Samples) => string;
  /** What stands on the page once it is ready. */
  readonly ready: (page: Page) => Promise<void>;
  readonly walk: (page: Page, desk: Desk, samples: Samples) => Promise<void>;
}

export const journeys: Readonly<Record<PagePath, Journey>> = {
  "/": {
    as: "lake-manager",
    address: () => "/",
    ready: (page) => page.getByText("地下车库有人占用消防通道").first().waitFor(),
    walk: async (page) => {
      await page.getByRole("button", { name: /^待判/ }).click();
      await page.waitForURL(/view=judge/);
      await page.getByRole("searchbox").fill("消防");
      await page.getByRole("status").filter({ hasText: "1 件" }).waitFor();
      // The filter is in the address: it survives a reload.
      await page.reload();
      await page.getByRole("status").filter({ hasText: "1 件" }).waitFor();
      await page.getByRole("link", { name: "N001" }).click();
      await page.waitForURL(/\/c\//);
    },
  },
  "/c/{id}": {
    as: "lake-manager",
    address: ({ web }) => `/c/${web}`,
    ready: (page) => page.getByRole("heading", { name: /^N001/ }).waitFor(),
    walk: async (page, _, { web }) => {
      await page.getByText("3 个工作日：10月8日、9日、10日(补班)").first().waitFor();
      await page.getByRole("button", { name: "分类定级" }).click();
      await page.getByRole("button", { name: /^建议 1\.3\.5/ }).click();
      await page.getByRole("radio", { name: "C 一般投诉" }).check();
      await page.getByRole("button", { name: "提交" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByText("1.3.5 消防通道占用").first().waitFor();
      expect(new URL(page.url()).pathname).toBe(`/c/${web}`);
    },
  },
  "/signed-in": {
    as: "lake-manager",
    address: () => "/signed-in?error=access_denied&state=made-up",
    ready: (page) => page.getByRole("heading", { name: "登录没有完成" }).waitFor(),
    walk: async (page) => {
      await page.getByRole("link", { name: "重新登录" }).click();
      await page.waitForURL(/\/_local\/oidc\/authorize/);
    },
  },
};
