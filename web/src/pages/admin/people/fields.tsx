import { posts } from "../../../../../lib/domain/organisation/organisation.ts";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { useProjects } from "../../../parts/directory.ts";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { type Absence, type Assignment, type Person, placed, placeOf, withPost } from "./model.ts";
import { words } from "./words.ts";

interface PersonFieldsProps {
  readonly person: Person;
  readonly set: (person: Person) => void;
  readonly isNew: boolean;
}

/** Everything about a person. */
export function PersonFields({ person, set, isNew }: PersonFieldsProps) {
  const say = useSay();
  return (
    <>
      <div className="pair">
        <TextBox
          label={say(words.name)}
          path="name"
          value={person.name}
          set={(name) => set({ ...person, name })}
        />
        <TextBox
          label={say(words.id)}
          path="id"
          value={person.id}
          readOnly={!isNew}
          set={(id) => set({ ...person, id })}
        />
        <TextBox
          label={say(words.email)}
          path="email"
          type="email"
          value={person.email}
          set={(email) => set({ ...person, email })}
        />
        <TextBox
          label={say(words.phone)}
          path="phone"
          type="tel"
          optional
          value={person.phone ?? ""}
          set={(phone) => set({ ...person, phone })}
        />
        <TextBox
          label={say(words.wecom)}
          path="wecomId"
          optional
          value={person.wecomId ?? ""}
          set={(wecomId) => set({ ...person, wecomId })}
        />
        <Language person={person} set={set} />
        <TextBox
          label={say(words.leavesOn)}
          path="leavesOn"
          type="date"
          optional
          value={person.leavesOn ?? ""}
          set={(leavesOn) => set({ ...person, leavesOn })}
        />
      </div>
      <Assignments person={person} set={set} />
      <Absences person={person} set={set} />
      <Substitutes person={person} set={set} />
    </>
  );
}

type Part = Omit<PersonFieldsProps, "isNew">;

function Language({ person, set }: Part) {
  const say = useSay();
  const put = (chosen: string) => {
    const { language: _, ...more } = person;
    set(chosen === "zh" || chosen === "en" ? { ...more, language: chosen } : more);
  };
  return (
    <SelectBox
      label={say(words.language)}
      path="language"
      optional
      empty={say(words.byProject)}
      value={person.language ?? ""}
      set={put}
      choices={[
        { value: "zh", label: "中文" },
        { value: "en", label: "English" },
      ]}
    />
  );
}

function Assignments({ person, set }: Part) {
  const say = useSay();
  const { assignments } = person;
  const put = (changed: Assignment[]) => set({ ...person, assignments: changed });
  const { data: projects = [] } = useProjects();
  const first = projects[0];
  return (
    <fieldset className="field">
      <legend>{say(words.posts)}</legend>
      {assignments.map((assignment, index) => (
        // Posts have no names of their own; they change by place.
        <AssignmentFields
          key={index}
          index={index}
          assignment={assignment}
          set={(changed) => put(assignments.with(index, changed))}
          remove={() => put(assignments.toSpliced(index, 1))}
        />
      ))}
      <button
        type="button"
        className="plain"
        disabled={first === undefined}
        onClick={() => first !== undefined && put([...assignments, { post: "handler", projectId: first.id }])}
      >
        ＋ {say(words.addPost)}
      </button>
    </fieldset>
  );
}

interface AssignmentFieldsProps {
  readonly index: number;
  readonly assignment: Assignment;
  readonly set: (assignment: Assignment) => void;
  readonly remove: () => void;
}

function AssignmentFields({ index, assignment, set, remove }: AssignmentFieldsProps) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const regions = [...new Set(projects.map(({ region }) => region))];
  const project = projects.find(({ id }) => id === assignment.projectId);
  const { departmentId: _, ...anywhere } = assignment;
  return (
    <div className="pair entry-row">
      <SelectBox
        label={say(words.post)}
        path={`assignments.${index}`}
        value={assignment.post}
        set={(chosen) =>
          set(
            withPost(
              assignment,
              posts.find((post) => post === chosen) ?? assignment.post,
              projects[0]?.id ?? "",
            ),
          )
        }
        choices={posts.map((post) => ({ value: post, label: say.label(postWords[post]) }))}
      />
      <SelectBox
        label={say(words.where)}
        value={placeOf(assignment)}
        set={(place) => set(placed(assignment, place))}
        choices={[
          { value: "company", label: say(words.company) },
          ...regions.map((region) => ({
            value: `region:${region}`,
            label: `${say(words.region)} · ${region}`,
          })),
          ...projects.map(({ id, name }) => ({ value: `project:${id}`, label: name })),
        ]}
      />
      {project !== undefined && (
        <SelectBox
          label={say(words.department)}
          optional
          empty={say(words.noDepartment)}
          value={assignment.departmentId ?? ""}
          set={(departmentId) => set(departmentId === "" ? anywhere : { ...assignment, departmentId })}
          choices={project.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <button
        type="button"
        className="plain"
        aria-label={`${say(words.remove)} ${say(postWords[assignment.post])} ${index + 1}`}
        onClick={remove}
      >
        {say(words.remove)}
      </button>
    </div>
  );
}

function Absences({ person, set }: Part) {
  const say = useSay();
  const { people } = useEverybody();
  const { absences = [] } = person;
  const put = (changed: Absence[]) => set({ ...person, absences: changed });
  return (
    <fieldset className="field">
      <legend>{say(words.absences)}</legend>
      {absences.map((absence, index) => {
        const { substituteId: _, ...standing } = absence;
        const change = (changed: Absence) => put(absences.with(index, changed));
        return (
          <div key={index} className="pair entry-row">
            <TextBox
              label={say(words.from)}
              path={`absences.${index}`}
              type="date"
              value={absence.from}
              set={(from) => change({ ...absence, from })}
            />
            <TextBox
              label={say(words.to)}
              type="date"
              value={absence.to}
              set={(to) => change({ ...absence, to })}
            />
            <SelectBox
              label={say(words.substitute)}
              optional
              empty={say(words.standing)}
              value={absence.substituteId ?? ""}
              set={(substituteId) => change(substituteId === "" ? standing : { ...absence, substituteId })}
              choices={others(people, person)}
            />
            <button
              type="button"
              className="plain"
              aria-label={`${say(words.remove)} ${say(words.absences)} ${index + 1}`}
              onClick={() => put(absences.toSpliced(index, 1))}
            >
              {say(words.remove)}
            </button>
          </div>
        );
      })}
      <button type="button" className="plain" onClick={() => put([...absences, { from: "", to: "" }])}>
        ＋ {say(words.addAbsence)}
      </button>
    </fieldset>
  );
}

function others(people: readonly Person[], person: Person) {
  return people
    .filter(({ id }) => id !== person.id)
    .map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
}

function Substitutes({ person, set }: Part) {
  const say = useSay();
  const { people } = useEverybody();
  const { substitutes = [] } = person;
  const put = (changed: string[]) => set({ ...person, substitutes: changed });
  return (
    <fieldset className="field">
      <legend>{say(words.substitutes)}</legend>
      {substitutes.map((substitute, index) => (
        <div key={index} className="pair entry-row">
          <SelectBox
            label={`${index + 1}`}
            path={`substitutes.${index}`}
            empty={say(uiWords.choose)}
            value={substitute}
            set={(chosen) => put(substitutes.with(index, chosen))}
            choices={others(people, person)}
          />
          <button
            type="button"
            className="plain"
            aria-label={`${say(words.remove)} ${say(words.substitutes)} ${index + 1}`}
            onClick={() => put(substitutes.toSpliced(index, 1))}
          >
            {say(words.remove)}
          </button>
        </div>
      ))}
      <button type="button" className="plain" onClick={() => put([...substitutes, ""])}>
        ＋ {say(words.addSubstitute)}
      </button>
    </fieldset>
  );
}
