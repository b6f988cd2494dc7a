import { useDeferredValue, useMemo } from "react";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { triage } from "../../../../lib/domain/triage/triage.ts";
import { useSay } from "../../words/words.ts";

interface HintsProps {
  readonly matter: string;
  readonly classCode: string;
  readonly choose: (classCode: string) => void;
  readonly safety: boolean;
  readonly setSafety: (safety: boolean) => void;
}

/** While somebody types: the classes that the words speak for, each with its words, and possible danger. */
export function Hints({ matter, classCode, choose, safety, setSafety }: HintsProps) {
  const say = useSay();
  const text = useDeferredValue(matter);
  const { evidence, safety: danger } = useMemo(() => triage(text), [text]);
  const wordsOf = new Map<string, string>();
  for (const { from, to, speaksFor } of evidence) {
    if (isClassCode(speaksFor)) wordsOf.set(speaksFor, text.slice(from, to));
  }
  if (wordsOf.size === 0 && !danger) return undefined;
  return (
    <div className="chips field" aria-live="polite">
      {[...wordsOf].map(([code, words]) => (
        <button
          type="button"
          key={code}
          className="plain"
          aria-pressed={classCode === code}
          onClick={() => choose(code)}
        >
          {code} {isClassCode(code) && say(complaintClasses[code])} <small>“{words}”</small>
        </button>
      ))}
      {danger && !safety && (
        <button type="button" className="plain" onClick={() => setSafety(true)}>
          ⚠ {say({ zh: "可能涉及安全，点此标记", en: "May be about safety: mark it" })}
        </button>
      )}
    </div>
  );
}
