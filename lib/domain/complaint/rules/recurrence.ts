/** The same point in the same building three times in 30 days, and ten working days to put it right (D15, `default`). */
export const recurrence = { times: 3, days: 30, workingDays: 10 } as const;
