/**
 * How current an answer must be. `now`: what has been written is seen. `lately`: the state of a second ago harms nobody, and
 * costs half.
 */
export type Freshness = "now" | "lately";
