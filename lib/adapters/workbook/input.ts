/** The workbook's input is the use case's own type. */
export type {
  ActionLine,
  EmergencyLine,
  LedgerRow,
  MonthlyWorkbookInput,
} from "../../app/ports/workbook-input.ts";
