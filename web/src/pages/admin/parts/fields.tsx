import { createContext, type InputHTMLAttributes, type ReactNode, useContext, useId } from "react";
import { defined } from "../../../../../lib/domain/present.ts";
import { Refused } from "../../../api/problem.ts";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";

const FaultsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** What the server said about single fields of the form inside. */
export function Faults({ error, children }: { readonly error: unknown; readonly children: ReactNode }) {
  const entries = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return (
    <FaultsContext value={new Map(entries.map(({ path, message }) => [path, message]))}>
      {children}
    </FaultsContext>
  );
}

interface FieldProps {
  readonly label: string;
  /** Its path in what is sent: there the server's fault is shown. */
  readonly path?: string;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
}

interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
}

/** Label, control, hint and fault. */
export function Labelled({
  label,
  path = "",
  optional = false,
  hint,
  children,
}: FieldProps & { readonly children: (described: Described) => ReactNode }) {
  const say = useSay();
  const id = useId();
  const fault = useContext(FaultsContext).get(path);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ];
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional && <small>{say(uiWords.optional)}</small>}
      </label>
      {children({
        id,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
        "aria-invalid": fault !== undefined,
      })}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </div>
  );
}

type Input = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "min" | "max" | "step" | "pattern" | "maxLength" | "placeholder" | "inputMode" | "readOnly"
>;

interface TextProps extends FieldProps, Input {
  readonly value: string;
  readonly set: (value: string) => void;
}

/** One line: text, a number, a date, a time. */
export function TextBox({ value, set, label, path, optional, hint, ...input }: TextProps) {
  return (
    <Labelled label={label} {...defined({ path, optional, hint })}>
      {(described) => (
        <input
          {...described}
          {...input}
          required={optional !== true}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Labelled>
  );
}

export function LongText({ value, set, ...field }: TextProps) {
  return (
    <Labelled {...field}>
      {(described) => (
        <textarea
          {...described}
          required={field.optional !== true}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Labelled>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly choices: readonly Choice[];
  /** What stands there while nothing is chosen; absent: something always is. */
  readonly empty?: string;
}

/** One of a list. */
export function SelectBox({ value, set, choices, empty, ...field }: ChoiceProps) {
  return (
    <Labelled {...field}>
      {(described) => (
        <select
          {...described}
          required={field.optional !== true && empty !== undefined}
          value={value}
          onChange={(event) => set(event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Yes or no. */
export function CheckBox({
  label,
  checked,
  set,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
}

/** Several of a list, side by side. */
export function CheckList({
  legend,
  choices,
  value,
  set,
  path = "",
}: {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly set: (value: string[]) => void;
  readonly path?: string;
}) {
  const fault = useContext(FaultsContext).get(path);
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="chips">
        {choices.map((choice) => (
          <CheckBox
            key={choice.value}
            label={choice.label}
            checked={value.includes(choice.value)}
            set={(on) =>
              set(
                choices
                  .map((one) => one.value)
                  .filter((one) => (one === choice.value ? on : value.includes(one))),
              )
            }
          />
        ))}
      </div>
      {fault !== undefined && <span className="fault">{fault}</span>}
    </fieldset>
  );
}
