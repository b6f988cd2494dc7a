import { useSay } from "../../words/words.ts";
import type { Change } from "./changes.ts";
import { useNaming } from "./naming.ts";
import { pathWords, valueWords } from "./value-words.ts";

const words = {
  title: {
    zh: "别人刚刚更新了这件投诉。您输入的内容都在；请看过变化后再提交。",
    en: "Somebody has just changed this complaint. Your text is kept; look at the changes and submit again.",
  },
  none: {
    zh: "没有您能看到的字段变化（可能是备注、消息等）。",
    en: "No field that you can see has changed (a note or a message, perhaps).",
  },
  field: { zh: "字段", en: "Field" },
  before: { zh: "之前", en: "Before" },
  after: { zh: "现在", en: "Now" },
};

/** What a colleague changed while somebody typed, field by field, in the words of the desk. */
export function ChangesSeen({
  changes,
  projectId,
}: {
  readonly changes: readonly Change[];
  readonly projectId: string;
}) {
  const say = useSay();
  const naming = useNaming(projectId);
  return (
    <div className="note soon" role="alert">
      <p>{say(words.title)}</p>
      {changes.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <div className="scrolls">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.field)}</th>
                <th scope="col">{say(words.before)}</th>
                <th scope="col">{say(words.after)}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ path, before, after }) => (
                <tr key={path.join(".")}>
                  <th scope="row">{pathWords(path, say)}</th>
                  <td>{valueWords(path, before, naming)}</td>
                  <td>{valueWords(path, after, naming)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
