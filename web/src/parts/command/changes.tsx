import { statusWords } from "../../../../lib/domain/words/complaint.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import type { components } from "../../api/schema.ts";
import { fieldLabel } from "../../words/fields.ts";
import { useSay } from "../../words/words.ts";
import { choiceWords } from "./choices.ts";

type Complaint = components["schemas"]["Complaint"];

/** One field that somebody else has changed meanwhile. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that follow from others or are of no use to read. */
const untold = new Set(["version", "allowed", "clocks", "missing", "missingToClose", "reception", "hint"]);

/** Field by field what changed between two looks at a complaint. */
export function changesBetween(before: Complaint, after: Complaint): readonly Change[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  const fields = [...new Set([...old.keys(), ...fresh.keys()])].filter((field) => !untold.has(field));
  return fields
    .map((field) => ({ field, before: old.get(field), after: fresh.get(field) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

const words = {
  title: {
    zh: "别人刚刚更新了这件投诉。您输入的内容都在；请看过变化后再提交。",
    en: "Somebody has just changed this complaint. Your text is kept; look at the changes and submit again.",
  },
  none: { zh: "没有您能看到的字段变化。", en: "No field that you can see has changed." },
  field: { zh: "字段", en: "Field" },
  before: { zh: "之前", en: "Before" },
  after: { zh: "现在", en: "Now" },
};

export function ChangesSeen({ changes }: { readonly changes: readonly Change[] }) {
  const say = useSay();
  const shown = (field: string, value: unknown): string => {
    if (value === undefined) return "—";
    if (field === "status" && typeof value === "string") return say(wordsFor(statusWords, value));
    if (typeof value === "string") return say(wordsFor(choiceWords(field, ""), value));
    return JSON.stringify(value);
  };
  return (
    <div className="note soon" role="alert">
      <p>{say(words.title)}</p>
      {changes.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.field)}</th>
              <th scope="col">{say(words.before)}</th>
              <th scope="col">{say(words.after)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{say.label(fieldLabel(field))}</th>
                <td>{shown(field, before)}</td>
                <td>{shown(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
