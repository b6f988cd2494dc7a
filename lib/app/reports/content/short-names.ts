import { type Complaint, registeredValue } from "../../../domain/complaint/document.ts";
import type { Story } from "../../../domain/narrative/story.ts";
import { withShortNames } from "../../../domain/organisation/free-text.ts";
import type { Person, Project } from "../../../domain/organisation/organisation.ts";
import { defined } from "../../../domain/present.ts";

/** Names of those who work at a project: they too are written into what a case tells. */
export function staffNames(people: readonly Person[], { id }: Pick<Project, "id">): readonly string[] {
  return people
    .filter(({ assignments }) => assignments.some(({ projectId }) => projectId === id))
    .map(({ name }) => name);
}

/** A case as it is told to others (D8, D14, D15): full names of the complainant and of the staff shortened. */
export function withoutFullNames(story: Story, complaint: Complaint, staff: readonly string[]): Story {
  const own = registeredValue(complaint, "name");
  const names = own === undefined ? staff : [own, ...staff];
  const short = (text: string) => withShortNames(text, names);
  const { dissatisfied, openBecause, cause, result, lesson } = story;
  return {
    ...story,
    matter: short(story.matter),
    steps: story.steps.map(short),
    corrective: story.corrective.map(short),
    ...defined({
      openBecause: openBecause && short(openBecause),
      cause: cause && short(cause),
      result: result && short(result),
      lesson: lesson && short(lesson),
      dissatisfied: dissatisfied && { ...dissatisfied, reason: short(dissatisfied.reason) },
    }),
  };
}
