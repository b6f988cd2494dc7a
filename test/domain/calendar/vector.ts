/** A budget in seconds from a start, where it ends, and pauses if any. Wall clocks of the calendar where no offset stands. */
export type Ending<Name extends string = string> = [
  calendar: Name,
  start: string,
  seconds: number,
  end: string,
  ...pauses: (readonly [from: string, to: string])[],
];

/** Seconds worked between two instants. */
export type Span<Name extends string = string> = [calendar: Name, from: string, to: string, seconds: number];

/** Where the next open instant lies; itself when open. */
export type Opening<Name extends string = string> = [calendar: Name, at: string, opening: string];

/** Working days after a start: the end by close of business of the last one. */
export type DayEnding<Name extends string = string> = [
  calendar: Name,
  start: string,
  days: number,
  end: string,
];
