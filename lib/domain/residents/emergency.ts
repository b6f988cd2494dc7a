import type { Project } from "../organisation/organisation.ts";
import { defined } from "../present.ts";
import { triage } from "../triage/triage.ts";
import type { Words } from "../words/words.ts";

/** A number to call now. */
export interface EmergencyNumber {
  readonly number: string;
  readonly words: Words;
}

/** What somebody in danger writes in English; the Chinese phrases are those of triage. */
export const englishDanger =
  /\b(?:trapped|stuck in (?:the )?(?:lift|elevator)|electrocut\w*|electric shock|on fire|fire|smoke|flames|gas leak|smell(?:s)? (?:of )?gas|explo\w+|collaps\w+|bleeding|unconscious|injured|drown\w*|carbon monoxide)\b/i;

/** True for words that tell of somebody in danger (D6 立即), in either language of the pages. */
export function soundsDangerous(words: string): boolean {
  return triage(words).safety || englishDanger.test(words);
}

/** National numbers: fire and rescue, ambulance, police. */
const national: readonly EmergencyNumber[] = [
  { number: "119", words: { zh: "火警、被困救援", en: "Fire, rescue of trapped people" } },
  { number: "120", words: { zh: "急救", en: "Ambulance" } },
  { number: "110", words: { zh: "报警", en: "Police" } },
];

/** Whom to call where somebody may be in danger (D6 立即): the project's own number first, if it has told one. */
export function emergencyNumbers({
  emergencyPhone,
  hotline,
}: Pick<Project, "emergencyPhone" | "hotline">): readonly EmergencyNumber[] {
  const own = emergencyPhone ?? hotline;
  return own === undefined
    ? national
    : [{ number: own, words: { zh: "物业应急电话", en: "Property management" } }, ...national];
}

/** Building and unit that the words of a sign name: 8栋1单元电梯. */
export function homeHint(place: string): { readonly building?: string; readonly unit?: string } {
  const found = /^([^\s栋幢]{1,10}?)(?:栋|幢|号楼|座)(?:\s*([^\s单元]{1,6})单元)?/.exec(place);
  if (found === null) return {};
  const [, building, unit] = found;
  return {
    ...defined({ building, unit }),
  };
}
