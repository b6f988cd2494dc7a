/** A mistake that somebody could make: in one file, one text in place of another. */
export interface PlantedFault {
  readonly name: string;
  /** What it is, for the table. */
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export const fault = (name: string, what: string, file: string, find: string, put: string): PlantedFault => ({
  name,
  what,
  file,
  find,
  put,
});
