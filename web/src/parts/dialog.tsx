import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window over the page: the browser keeps the focus inside, Escape closes it, focus goes back afterwards. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const say = useSay();
  const ref = useRef<HTMLDialogElement>(null);
  const begun = useRef(false);
  // Closed while it still stands in the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    begun.current = false;
    return () => dialog?.close();
  }, []);
  useBeginning(ref, begun);
  return (
    <dialog ref={ref} aria-label={title} onCancel={onClose}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="plain close" aria-label={say(uiWords.close)} onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** What one begins with: what is marked so, else the first field. */
const beginnings = [
  "[data-begin]",
  "input:not([type=file], :disabled), select:not(:disabled), textarea:not(:disabled)",
];

/**
 * The browser begins with the button that closes. Whoever has a keyboard types at once; on a phone the keyboard would hide
 * what is to be read. A form may come a moment after its window.
 */
function useBeginning(ref: RefObject<HTMLDialogElement | null>, begun: RefObject<boolean>): void {
  // Before the next key comes.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (begun.current || dialog === null || matchMedia("(pointer: coarse)").matches) return;
    const { activeElement } = document;
    const isElsewhere = dialog.contains(activeElement) && activeElement?.matches("dialog, .close") === false;
    if (isElsewhere) {
      begun.current = true;
      return;
    }
    for (const selector of beginnings) {
      const first = dialog.querySelector(selector);
      if (!(first instanceof HTMLElement)) continue;
      first.focus();
      begun.current = true;
      return;
    }
  });
}
