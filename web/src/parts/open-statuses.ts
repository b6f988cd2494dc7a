/** A complaint in one of these is not done with. */
export const openStatuses: ReadonlySet<string> = new Set(["registered", "handling", "resolved"]);
