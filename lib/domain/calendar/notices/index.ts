import { notice2023 } from "./2023.ts";
import { notice2024 } from "./2024.ts";
import { notice2025 } from "./2025.ts";
import { notice2026 } from "./2026.ts";
import type { HolidayNotice } from "./types.ts";

/** The State Council notices a version of the software knew, oldest first, one per year without a gap. */
export interface NoticesRelease {
  /** The last year covered and the edition of the data for it; stamped on every clock computed with it. */
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
}

const release2026: NoticesRelease = {
  version: "cn-2026.1",
  notices: [notice2023, notice2024, notice2025, notice2026],
};

/** Every release there was: clocks keep the stamp they were computed with, so none is changed or taken out. */
export const noticesReleases: readonly NoticesRelease[] = [release2026];

/** The release in force: the last one. */
export const noticesRelease: NoticesRelease = release2026;
