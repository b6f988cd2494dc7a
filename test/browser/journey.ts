import type { Page } from "playwright-core";
import type { Desk } from "../e2e/desk.ts";
import type { Samples } from "./samples.ts";

/** What a person does on a page. */
export interface Journey {
  /** A sample person; null: somebody who has not signed in yet. */
  readonly as: string | null;
  readonly address: (samples: Samples) => string;
  /** What stands on the page once it is ready. */
  readonly ready: (page: Page) => Promise<void>;
  readonly walk: (page: Page, desk: Desk, samples: Samples) => Promise<void>;
}
