/** Commands that reach a customer and cannot be taken back: they may wait for a moment. */
export const heldCommandNames = ["reply", "resolve", "explain-invalid"] as const;
export type HeldCommandName = (typeof heldCommandNames)[number];

/** left: given; called-back: by its person, or a refusal that was seen; refused: when its time had come. */
export const heldStates = ["waiting", "leaving", "left", "called-back", "refused"] as const;
export type HeldState = (typeof heldStates)[number];
