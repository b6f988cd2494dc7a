import { useSay } from "../../words/words.ts";
import type { CommandName } from "./give.ts";

/** Sentences to begin with (D6: a reply expresses apology, the next measure and its time node). */
const phrases: Partial<Readonly<Record<CommandName, readonly string[]>>> = {
  reply: [
    "您好，给您带来不便，我们深表歉意。您反映的问题已登记，我们将于____前到现场查看，并在____前告知处理结果。",
    "您好，非常抱歉。已安排____部门今日处理，处理期间____；最迟____给您答复。",
  ],
  resolve: [
    "您好，您反映的问题已处理完毕：____。给您带来不便再次致歉，如有反复请随时联系我们。",
    "您好，经查____，已于____完成____。请您查验，如不满意请告诉我们。",
  ],
  "explain-invalid": ["您好，经核实____，按____的规定该事项不属于____。感谢您的理解，您仍可向____反映。"],
  investigate: ["已到现场查看：____；询问____；照片见附件。原因初步判断为____。"],
};

const label = { zh: "常用语", en: "Phrases" };

/** Templates with blanks; picking one fills the text. */
export function Phrases({
  command,
  onPick,
}: {
  readonly command: CommandName;
  readonly onPick: (text: string) => void;
}) {
  const say = useSay();
  const known = phrases[command];
  if (known === undefined) return undefined;
  return (
    <details className="field">
      <summary>{say(label)}</summary>
      {known.map((phrase) => (
        <button type="button" className="plain phrase" key={phrase} onClick={() => onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </details>
  );
}
