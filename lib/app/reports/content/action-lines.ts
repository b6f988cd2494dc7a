import { complaintClasses } from "../../../domain/classification/classes.ts";
import { type Complaint, personalValue } from "../../../domain/complaint/document.ts";
import { monthPeriod, type SheetOptions, within } from "../../../domain/statistics/index.ts";
import { fromInstant, type Instant } from "../../../domain/time/instant.ts";
import type { ActionLine } from "../../ports/workbook-input.ts";

/**
 * The corrective actions (整改, D15) of a complaint as it stood at the cut-off: those not verified yet, and those opened
 * or verified in the period.
 */
export function actionLines(
  complaint: Complaint,
  project: { readonly name: string },
  options: SheetOptions,
  nameOf: (personId: string) => string,
): ActionLine[] {
  if (complaint.actions === undefined) return [];
  const month = monthPeriod(options);
  const isInPeriod = (at: Instant) => within(month, fromInstant(at).epochMilliseconds);
  return plannedActions(complaint).flatMap(({ id, openedAt, seq }): ActionLine[] => {
    const action = complaint.actions?.find((one) => one.id === id);
    if (action === undefined) return [];
    const { verifiedAt } = action;
    if (verifiedAt !== undefined && !isInPeriod(openedAt) && !isInPeriod(verifiedAt)) return [];
    const { classCode, registration } = complaint;
    return [
      {
        project: project.name,
        number: registration.number,
        point: classCode === undefined ? null : complaintClasses[classCode].zh,
        cause: personalValue(complaint, seq, `cause.${id}`) ?? null,
        measure: personalValue(complaint, seq, `measure.${id}`) ?? null,
        owner: nameOf(action.ownerId),
        openedAt,
        dueAt: action.dueAt,
        evidencedAt: action.evidencedAt ?? null,
        verifiedAt: verifiedAt ?? null,
        onTime:
          verifiedAt === undefined
            ? action.dueAt < options.asOf
              ? false
              : null
            : verifiedAt <= action.dueAt,
      },
    ];
  });
}

/** When each action was opened, and by which event: its texts stand beside that. */
export function plannedActions(complaint: Complaint): { id: string; openedAt: Instant; seq: number }[] {
  return complaint.events.flatMap(({ fact, occurredAt, seq }) => {
    switch (fact.type) {
      case "reviewed":
        return fact.actions.map(({ id }) => ({ id, openedAt: occurredAt, seq }));
      case "recurrenceFound":
        return [{ id: fact.action.id, openedAt: occurredAt, seq }];
      default:
        return [];
    }
  });
}
