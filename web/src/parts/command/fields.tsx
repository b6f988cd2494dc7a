import { useId } from "react";
import { gradeWords } from "../../../../lib/domain/words/complaint.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { LongText } from "../long-text.tsx";
import { FilesField } from "../uploads/files-field.tsx";
import { fromWall, toWall } from "../wall-time.ts";
import { choiceWords } from "./choices.ts";
import { ClassField } from "./class-field.tsx";
import { DepartmentField, PersonField } from "./directory-fields.tsx";
import { type FieldProps, Labelled, LabelledGroup } from "./labelled.tsx";
import { NodesField } from "./nodes-field.tsx";
import { isList, isValues, type Value, type Values } from "./schema.ts";

const longText = 200;
const fewChoices = 6;

/** One field of a form, by its name where the name means something, else by its type. */
export function Field(props: FieldProps) {
  const { name, schema } = props;
  if (name === "nodes") return <NodesField {...props} />;
  if (name === "attachments") return <AttachmentsField {...props} />;
  if (name === "classCode") return <ClassField {...props} />;
  if (name === "departmentId" || name === "departmentIds") return <DepartmentField {...props} />;
  if (/^(handlerId|personId|personIds|ownerId|signerId)$/.test(name)) return <PersonField {...props} />;
  if (name === "grade") return <GradeField {...props} />;
  if (schema.enum !== undefined) return <ChoiceField {...props} choices={schema.enum.map(String)} />;
  switch (schema.type) {
    case "boolean":
      return <YesNoField {...props} />;
    case "object":
      return <GroupField {...props} />;
    case "array":
      return <ListField {...props} />;
    case "integer":
      return <PlainField {...props} type="number" />;
    default:
      return schema.format === "date-time" ? <TimeField {...props} /> : <TextField {...props} />;
  }
}

function AttachmentsField({ value, set, faults, path }: FieldProps) {
  const ids = value !== undefined && isList(value) ? value.filter((id) => typeof id === "string") : [];
  return <FilesField value={ids} set={set} fault={faults.get(path)} />;
}

function textOf(value: Value): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function PlainField(props: FieldProps & { readonly type: "text" | "number" | "date" }) {
  const { schema, value, set, required, type } = props;
  const take = (typed: string) => set(type === "number" && typed !== "" ? Number(typed) : typed);
  return (
    <Labelled props={props}>
      {(id, described) => (
        <input
          id={id}
          type={type}
          aria-describedby={described}
          aria-invalid={described !== undefined}
          required={required}
          maxLength={schema.maxLength}
          min={schema.minimum}
          max={type === "number" ? schema.maximum : undefined}
          value={textOf(value)}
          onChange={(event) => take(event.target.value)}
        />
      )}
    </Labelled>
  );
}

function TextField(props: FieldProps) {
  const { schema, value, set, required } = props;
  if (schema.format === "date") return <PlainField {...props} type="date" />;
  if ((schema.maxLength ?? longText) <= longText) return <PlainField {...props} type="text" />;
  return (
    <Labelled props={props}>
      {(id, described) => (
        <LongText
          id={id}
          described={described}
          required={required}
          longest={schema.maxLength}
          hasBlanks
          value={textOf(value)}
          set={set}
        />
      )}
    </Labelled>
  );
}

function TimeField(props: FieldProps) {
  const { value, set, required, timeZone } = props;
  return (
    <Labelled props={props}>
      {(id, described) => (
        <input
          id={id}
          type="datetime-local"
          aria-describedby={described}
          required={required}
          value={typeof value === "string" ? toWall(value, timeZone) : ""}
          onChange={(event) => set(fromWall(event.target.value, timeZone))}
        />
      )}
    </Labelled>
  );
}

/** Few choices stand side by side, many in a list. */
export function ChoiceField(props: FieldProps & { readonly choices: readonly string[] }) {
  const say = useSay();
  const id = useId();
  const { name, command, choices, value, set, required, schema } = props;
  const words = choiceWords(name, command);
  const chosen = value ?? schema.default;
  if (choices.length > fewChoices) {
    return (
      <Labelled props={props}>
        {(id, described) => (
          <select
            id={id}
            aria-describedby={described}
            required={required}
            value={textOf(value)}
            onChange={(event) => set(event.target.value)}
          >
            <option value="">{say(uiWords.choose)}</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {say.label(wordsFor(words, choice))}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  }
  return (
    <LabelledGroup props={props}>
      <div className="chips">
        {choices.map((choice) => (
          <label key={choice} className="check">
            <input
              type="radio"
              name={id}
              required={required}
              checked={chosen === choice}
              onChange={() => set(choice)}
              // A choice that need not be made can be taken back.
              onClick={() => !required && chosen === choice && set(undefined)}
            />
            {say.label(wordsFor(words, choice))}
          </label>
        ))}
      </div>
    </LabelledGroup>
  );
}

function YesNoField(props: FieldProps) {
  const say = useSay();
  const id = useId();
  const { value, set, required } = props;
  const answers = [
    { is: true, words: uiWords.yes },
    { is: false, words: uiWords.no },
  ];
  return (
    <LabelledGroup props={props}>
      <div className="chips">
        {answers.map(({ is, words }) => (
          <label key={String(is)} className="check">
            <input
              type="radio"
              name={id}
              required={required}
              checked={value === is}
              onChange={() => set(is)}
              onClick={() => !required && value === is && set(undefined)}
            />
            {say(words)}
          </label>
        ))}
      </div>
    </LabelledGroup>
  );
}

function GradeField(props: FieldProps) {
  const say = useSay();
  const id = useId();
  const { value, set, required } = props;
  return (
    <LabelledGroup props={props}>
      <div className="chips">
        {[5, 4, 3, 2, 1].map((grade) => (
          <label key={grade} className="check">
            <input
              type="radio"
              name={id}
              required={required}
              checked={value === grade}
              onChange={() => set(grade)}
            />
            {grade} {say(wordsFor(gradeWords, String(grade)))}
          </label>
        ))}
      </div>
    </LabelledGroup>
  );
}

/** Fields that belong together. */
function GroupField(props: FieldProps) {
  const { schema, value, set, path } = props;
  const values: Values = value !== undefined && isValues(value) ? value : {};
  return (
    <LabelledGroup props={props}>
      {Object.entries(schema.properties ?? {}).map(([inner, innerSchema]) => (
        <Field
          {...props}
          key={inner}
          name={inner}
          path={`${path}.${inner}`}
          schema={innerSchema}
          required={(schema.required ?? []).includes(inner) && Object.keys(values).length > 0}
          value={values[inner]}
          set={(entered) => set({ ...values, [inner]: entered })}
        />
      ))}
    </LabelledGroup>
  );
}

/** Entries of which there may be several: time nodes, corrective actions. */
function ListField(props: FieldProps) {
  const say = useSay();
  const { schema, value, set, name, command, path, required } = props;
  const entries: readonly Value[] = value !== undefined && isList(value) ? value : required ? [{}] : [];
  const { items = {}, maxItems = 20 } = schema;
  const label = say.label(fieldLabel(name, command));
  return (
    <LabelledGroup props={props}>
      {entries.map((entry, index) => (
        // Entries have no names of their own; they change by place.
        <div key={index} className="entry">
          <Field
            {...props}
            name={name}
            path={`${path}.${index}`}
            schema={items}
            required={false}
            value={entry}
            set={(entered) => set(entries.with(index, entered))}
          />
          <button type="button" className="plain" onClick={() => set(entries.toSpliced(index, 1))}>
            − {label} {index + 1}
          </button>
        </div>
      ))}
      {entries.length < maxItems && (
        <button type="button" className="plain" onClick={() => set([...entries, {}])}>
          ＋ {label}
        </button>
      )}
    </LabelledGroup>
  );
}
