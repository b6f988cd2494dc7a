import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";
import type { Draft } from "./draft.ts";

/** Says that what stands in the form was typed earlier, and lets one begin anew. */
export function RestoredNote<T>({ draft }: { readonly draft: Pick<Draft<T>, "restored" | "forget"> }) {
  const say = useSay();
  if (!draft.restored) return undefined;
  return (
    <p className="note soon">
      {say(uiWords.draftRestored)}{" "}
      <button type="button" className="plain" onClick={draft.forget}>
        {say(uiWords.discardDraft)}
      </button>
    </p>
  );
}
