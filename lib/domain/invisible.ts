/** Marks that turn the direction of what follows (U+202E …), and characters of no width: they show nothing of themselves. */
const marks = /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;

/** Blanks, marks, fillers and whatever else shows nothing: a text of these alone says nothing. */
const showsNothing = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/gv;

/**
 * A name, number or file name as people see it: two that look alike are alike, and none reads backwards. Joiners stay, which
 * emoji and some scripts need.
 */
export function withoutMarks(text: string): string {
  return text.replace(marks, "");
}

/** True if a text has at least one character that somebody can see. */
export function isVisible(text: string): boolean {
  return text.replace(showsNothing, "") !== "";
}
