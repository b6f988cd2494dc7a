import { complaintClasses } from "../../../../lib/domain/classification/class-list.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type FieldProps, Labelled } from "./labelled.tsx";

const codes = Object.entries(complaintClasses);
/** `1.2.3` belongs under `1.2`. */
const tops = codes.filter(([code]) => code.split(".").length === 2);

/** The problem points of K8.3-F2 (D5); what the words of the matter speak for is one tap away. */
export function ClassField(props: FieldProps) {
  const say = useSay();
  const { value, set, required, suggested } = props;
  const hint = codes.find(([code]) => code === suggested);
  return (
    <Labelled props={props}>
      {(id, described) => (
        <>
          {hint !== undefined && (
            <button
              type="button"
              className="plain"
              aria-pressed={value === hint[0]}
              onClick={() => set(hint[0])}
            >
              {say({ zh: "建议", en: "Suggested" })} {hint[0]} {say(hint[1])}
            </button>
          )}
          <select
            id={id}
            aria-describedby={described}
            required={required}
            value={typeof value === "string" ? value : ""}
            onChange={(event) => set(event.target.value)}
          >
            <option value="">{say(uiWords.choose)}</option>
            {tops.map(([top, words]) => (
              <optgroup key={top} label={`${top} ${say(words)}`}>
                {codes
                  .filter(([code]) => code === top || code.startsWith(`${top}.`))
                  .map(([code, name]) => (
                    <option key={code} value={code}>
                      {code} {say(name)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </>
      )}
    </Labelled>
  );
}
