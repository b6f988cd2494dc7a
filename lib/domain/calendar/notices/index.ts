import { notice2023 } from "./2023.ts";
import { notice2024 } from "./2024.ts";
import { notice2025 } from "./2025.ts";
import { notice2026 } from "./2026.ts";
import type { HolidayNotice } from "./types.ts";

/** The State Council notices the Chinese calendar is made of, oldest first, one per year without a gap. */
export const stateCouncilNotices: readonly HolidayNotice[] = [notice2023, notice2024, notice2025, notice2026];
