import { type ReactNode, useId } from "react";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { FieldSchema, Value } from "./schema.ts";

export interface FieldProps {
  /** Path in the body: `complainant.phone`, `nodes.0.text`. */
  readonly path: string;
  readonly name: string;
  readonly command: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly projectId: string;
  readonly timeZone: string;
  /** What the server said about a path. */
  readonly faults: ReadonlyMap<string, string>;
  /** What the words of the matter speak for. */
  readonly suggested?: string | undefined;
}

/** Label, control and what the server said about it. */
export function Labelled({
  props: { name, command, required, faults, path },
  children,
}: {
  readonly props: FieldProps;
  readonly children: (id: string, described: string | undefined) => ReactNode;
}) {
  const say = useSay();
  const id = useId();
  const fault = faults.get(path);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {say.label(fieldLabel(name, command))}
        {!required && <small>{say(uiWords.optional)}</small>}
      </label>
      {children(id, fault === undefined ? undefined : `${id}-fault`)}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </div>
  );
}

/** The same around more than one control: a choice of a few, fields that belong together, entries of a list. */
export function LabelledGroup({
  props: { name, command, required, faults, path },
  children,
}: {
  readonly props: FieldProps;
  readonly children: ReactNode;
}) {
  const say = useSay();
  const id = useId();
  const fault = faults.get(path);
  return (
    <fieldset className="field" aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend>
        {say.label(fieldLabel(name, command))}
        {!required && <small>{say(uiWords.optional)}</small>}
      </legend>
      {children}
      {fault !== undefined && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
    </fieldset>
  );
}
