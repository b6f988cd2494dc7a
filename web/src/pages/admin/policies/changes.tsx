import { useSay } from "../../../words/words.ts";
import type { Difference } from "./differences.ts";

const words = {
  changes: { zh: "您的改动", en: "What you change" },
  none: { zh: "还没有改动。", en: "Nothing yet." },
  discard: { zh: "全部撤销", en: "Take all back" },
  absent: { zh: "（无）", en: "(none)" },
};

/** Before and after of everything that differs. */
export function DifferenceList({ changes }: { readonly changes: readonly Difference[] }) {
  const say = useSay();
  return (
    <ul className="list">
      {changes.map(({ what, before, after }) => (
        <li key={`${what.zh} ${before?.zh} ${after?.zh}`}>
          <strong>{say.label(what)}</strong>
          <br />
          <del>{say(before ?? words.absent)}</del> <span aria-hidden="true">→</span>{" "}
          <ins>{say(after ?? words.absent)}</ins>
        </li>
      ))}
    </ul>
  );
}

interface ChangesProps {
  readonly changes: readonly Difference[];
  readonly onDiscard: () => void;
}

export function Changes({ changes, onDiscard }: ChangesProps) {
  const say = useSay();
  return (
    <section className="panel" aria-label={say(words.changes)}>
      <h2>
        {say(words.changes)} {changes.length > 0 && <span className="chip soon">{changes.length}</span>}
      </h2>
      {changes.length === 0 ? <p>{say(words.none)}</p> : <DifferenceList changes={changes} />}
      {changes.length > 0 && (
        <button type="button" className="plain" onClick={onDiscard}>
          {say(words.discard)}
        </button>
      )}
    </section>
  );
}
