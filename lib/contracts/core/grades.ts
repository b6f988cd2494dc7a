/** The five grades (D8); which of them count as satisfied is policy. */
export const grades = [1, 2, 3, 4, 5] as const;
