import { type Complaint, registeredValue } from "../document.ts";

/** What a complete registration tells beside matter and source (D4: name, unit number, phone; D2: class). */
export const registrationFields = ["name", "phone", "location.room", "classCode"] as const;
export type RegistrationField = (typeof registrationFields)[number];

type Recorded = Pick<Complaint, "registration" | "latest" | "personal"> & {
  readonly classCode?: Complaint["classCode"] | undefined;
};

/**
 * What is still missing (待补全); nothing once it is complete. 匿名 and 拒绝提供 excuse the person's own details, not
 * the class.
 */
export function missingFields(complaint: Recorded): RegistrationField[] {
  const { registration, classCode } = complaint;
  const excused = registration.anonymous || registration.withheld === true;
  const told: Readonly<Record<RegistrationField, boolean>> = {
    name: excused || registeredValue(complaint, "name") !== undefined,
    phone: excused || registeredValue(complaint, "phone") !== undefined,
    "location.room": excused || registration.location.room !== undefined,
    classCode: classCode !== undefined,
  };
  return registrationFields.filter((field) => !told[field]);
}
