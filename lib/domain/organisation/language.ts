/** Languages people are written to: Chinese first and English below, or the other way round. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
