import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { useTrouble } from "../refusal.tsx";

/** What leaves in ten seconds unless it is called back; the draft stays until it has left. */
interface Held {
  readonly title: string;
  readonly send: () => Promise<unknown>;
  /** Shows the form again, with everything that was typed. */
  readonly reopen: () => void;
}

const holdMs = 10_000;

const HeldContext = createContext<(held: Held) => void>(() => undefined);

/** Holds back what would reach a customer. */
export function useHold(): (held: Held) => void {
  return useContext(HeldContext);
}

type Shown =
  | { readonly kind: "waiting"; readonly held: Held; readonly until: number }
  | { readonly kind: "sending"; readonly held: Held }
  | { readonly kind: "failed"; readonly held: Held; readonly reason: string }
  | { readonly kind: "sent"; readonly title: string };

const sentWords = { zh: "已提交", en: "Submitted" };
const leavesWords = { zh: "秒后提交", en: "s until it is submitted" };

export function HeldCommands({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>();
  const trouble = useTrouble();
  const waiting = useRef<Held>(undefined);

  const sendNow = useCallback(
    (held: Held) => {
      waiting.current = undefined;
      setShown({ kind: "sending", held });
      held.send().then(
        () => setShown({ kind: "sent", title: held.title }),
        (error: unknown) => setShown({ kind: "failed", held, reason: trouble(error) }),
      );
    },
    [trouble],
  );

  const hold = useCallback(
    (held: Held) => {
      // Two at once: the first does not wait any longer.
      if (waiting.current !== undefined) sendNow(waiting.current);
      waiting.current = held;
      setShown({ kind: "waiting", held, until: Date.now() + holdMs });
    },
    [sendNow],
  );

  useEffect(() => {
    if (shown?.kind !== "waiting") return undefined;
    const timer = setTimeout(() => sendNow(shown.held), shown.until - Date.now());
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", stay);
    };
  }, [shown, sendNow]);

  const undo = (held: Held) => {
    waiting.current = undefined;
    setShown(undefined);
    held.reopen();
  };
  const value = useMemo(() => hold, [hold]);
  return (
    <HeldContext value={value}>
      {children}
      {shown !== undefined && (
        <HeldToast shown={shown} undo={undo} sendNow={sendNow} dismiss={() => setShown(undefined)} />
      )}
    </HeldContext>
  );
}

interface ToastProps {
  readonly shown: Shown;
  readonly undo: (held: Held) => void;
  readonly sendNow: (held: Held) => void;
  readonly dismiss: () => void;
}

function HeldToast({ shown, undo, sendNow, dismiss }: ToastProps) {
  const say = useSay();
  switch (shown.kind) {
    case "waiting":
      return (
        <div className="toast" role="status">
          <Remaining until={shown.until} title={shown.held.title} />
          <button type="button" className="plain" onClick={() => undo(shown.held)}>
            {say(uiWords.undo)}
          </button>
          <button type="button" className="plain" onClick={() => sendNow(shown.held)}>
            {say(uiWords.sendNow)}
          </button>
        </div>
      );
    case "sending":
      return (
        <div className="toast" role="status">
          {shown.held.title} · {say(uiWords.sending)}
        </div>
      );
    case "failed":
      return (
        <div className="toast" role="alert">
          <span>
            {shown.held.title}：{shown.reason}
          </span>
          <button type="button" className="plain" onClick={() => undo(shown.held)}>
            {say({ zh: "打开", en: "Open" })}
          </button>
        </div>
      );
    case "sent":
      return (
        <div className="toast" role="status">
          <span>
            ✓ {shown.title} · {say(sentWords)}
          </span>
          <button type="button" className="plain" aria-label={say(uiWords.close)} onClick={dismiss}>
            ×
          </button>
        </div>
      );
  }
}

function Remaining({ until, title }: { readonly until: number; readonly title: string }) {
  const say = useSay();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <span>
      {title} · {seconds} {say(leavesWords)}
    </span>
  );
}
