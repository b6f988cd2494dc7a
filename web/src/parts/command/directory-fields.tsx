import { postWords } from "../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { usePeople, useProjects } from "../directory.ts";
import { type FieldProps, Labelled, LabelledGroup } from "./labelled.tsx";
import { isList } from "./schema.ts";

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One of a list, or several. */
function Pick({ props, choices }: { readonly props: FieldProps; readonly choices: readonly Choice[] }) {
  const say = useSay();
  const { value, set, required, schema } = props;
  if (schema.type !== "array") {
    return (
      <Labelled props={props}>
        {(id, described) => (
          <select
            id={id}
            aria-describedby={described}
            required={required}
            value={typeof value === "string" ? value : ""}
            onChange={(event) => set(event.target.value)}
          >
            <option value="">{say(uiWords.choose)}</option>
            {choices.map(({ id: choice, label }) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  }
  const chosen = value !== undefined && isList(value) ? value : [];
  return (
    <LabelledGroup props={props}>
      <div className="chips">
        {choices.map(({ id, label }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                set(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </LabelledGroup>
  );
}

export function DepartmentField(props: FieldProps) {
  const { data: projects = [] } = useProjects();
  const project = projects.find(({ id }) => id === props.projectId);
  return (
    <Pick props={props} choices={(project?.departments ?? []).map(({ id, name }) => ({ id, label: name }))} />
  );
}

export function PersonField(props: FieldProps) {
  const say = useSay();
  const { data: people = [] } = usePeople(props.projectId);
  const choices = people.map(({ id, name, assignments }) => {
    const posts = [...new Set(assignments.map(({ post }) => say.label(wordsFor(postWords, post))))];
    return { id, label: `${name}（${posts.join("、")}）` };
  });
  return <Pick props={props} choices={choices} />;
}
