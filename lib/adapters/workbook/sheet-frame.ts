/** What a sheet of the workbook says about itself. */
export interface SheetFrame {
  /** A name Excel accepts. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** The sheet that opens the figures. */
  readonly opensIn?: string;
  readonly footer: string;
}
