import type { ClassCode } from "../classification/classes.ts";
import { type Complaint, isOpen } from "../complaint/document.ts";
import { type Sighting, sightingOf } from "./sighting.ts";

/** What grouping looks at in a complaint. */
export interface Candidate extends Sighting {
  readonly number: string;
  readonly kind: "complaint" | "opinion";
}

/** The complaint as a candidate; undefined for one that is over, or is neither a complaint nor an opinion (D11). */
export function candidateOf(complaint: Complaint): Candidate | undefined {
  const { number, recordKind: kind } = complaint.registration;
  if ((kind !== "complaint" && kind !== "opinion") || !isOpen(complaint)) return undefined;
  return { ...sightingOf(complaint), number, kind };
}

/** The problem point (投诉点) that grouping goes by; a class alone, such as 1.2 设备管理, is far too wide. */
export function groupingCode(complaint: Complaint): ClassCode | undefined {
  const classCode = complaint.classCode ?? complaint.hint?.classCode;
  return classCode !== undefined && isProblemPoint(classCode) ? classCode : undefined;
}

function isProblemPoint(code: string): boolean {
  return code.split(".").length === 3;
}
