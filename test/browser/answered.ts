import type { Page } from "playwright-core";

/**
 * Does something that the page sends to the API, and waits for the answer: only then may the desk's clock move, because what
 * is to be worked off has to be in the queue by then.
 */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() !== "GET");
  await act();
  await answer;
}
