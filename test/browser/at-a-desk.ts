import { afterAll, beforeAll } from "vitest";
import { type Desk, newDirectory, openDesk, removeDirectory } from "../e2e/desk.ts";
import { openBrowser, type TestBrowser } from "./browser.ts";

/** What the tests of a file use. */
export interface AtADesk {
  readonly desk: Desk;
  readonly browser: TestBrowser;
}

/**
 * The whole local cloud and a browser in front of it for the tests of this file, opened before them and closed after them. The clock
 * stands at `morning` until a test moves it; `prepare` keeps both and makes what all the tests need.
 */
export function openAtADesk(morning: string, prepare: (opened: AtADesk) => Promise<void> | void): void {
  const toClose: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const desk = await openDesk(await newDirectory(), morning);
    toClose.push(
      () => removeDirectory(desk.directory),
      () => desk.close(),
    );
    const browser = await openBrowser();
    toClose.push(() => browser.close());
    await prepare({ desk, browser });
  }, 300_000);
  afterAll(async () => {
    for (const close of toClose.toReversed()) await close();
  });
}
