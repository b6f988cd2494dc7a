import type { Ref } from "react";
import { fieldLabel } from "../../words/fields.ts";
import { useSay } from "../../words/words.ts";

interface TextProps {
  readonly field: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly type?: "text" | "tel";
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly required?: boolean;
}

/** One line of text under the label of its field. */
export function TextInput({
  field,
  value,
  set,
  type = "text",
  autoFocus = false,
  inputRef,
  required = false,
}: TextProps) {
  const say = useSay();
  return (
    <label className="field">
      <span className="label">{say.label(fieldLabel(field))}</span>
      <input
        ref={inputRef}
        type={type}
        required={required}
        maxLength={100}
        autoFocus={autoFocus}
        autoComplete="off"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
