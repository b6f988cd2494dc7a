import type { Page } from "playwright-core";

/** Signs in on the local issuer's page, wherever the person was going, and waits until that page is there. */
export async function signIn(page: Page, person: string, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForURL(/\/_local\/oidc\/authorize/);
  await page.locator(`button[value="${person}"]`).click();
  await page.waitForURL((url) => url.pathname + url.search === address);
}
