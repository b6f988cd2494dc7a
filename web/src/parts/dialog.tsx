import { type ReactNode, useEffect, useRef } from "react";
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
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} aria-label={title} onCancel={onClose}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="plain" aria-label={say(uiWords.close)} onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </dialog>
  );
}
