import { hasArrivedBefore } from "../api/arrived.ts";
import { Refused, Unexpected, Unreachable } from "../api/problem.ts";
import { useSession } from "../app/services.ts";
import { uiWords } from "../words/ui.ts";
import { aside, useSay } from "../words/words.ts";

const words = {
  lost: {
    zh: "网络断开，不确定是否已送达。输入的内容都在，请重试：重试不会重复。",
    en: "The network is lost; it may or may not have arrived. Your text is kept. Trying again does nothing twice.",
  },
  arrived: {
    zh: "上一次提交其实已经送达并记录，之后您又改了内容。改过的内容还在；请先核对已记录的内容，再提交会另记一次。",
    en: "What you submitted before has arrived and is recorded; you changed the text since. Look at what is recorded first: submitting again records it a second time.",
  },
  broken: {
    zh: "服务器没有给出答复，请稍后重试。",
    en: "The server gave no proper answer. Try again later.",
  },
};

/** What went wrong, in the server's own words where it said them. */
export function useTrouble(): (error: unknown) => string {
  const say = useSay();
  return (error) => {
    if (hasArrivedBefore(error)) return say(words.arrived);
    if (error instanceof Refused) return error.problem.detail;
    if (error instanceof Unreachable) return say(words.lost);
    if (error instanceof Unexpected) return say(words.broken) + aside(say, error.message);
    return String(error);
  };
}

export function Trouble({ error }: { readonly error: unknown }) {
  const trouble = useTrouble();
  return (
    <p className="note late" role="alert">
      {trouble(error)}
      {error instanceof Refused && error.problem.code === "sign-in-again" && <SignInAgain />}
    </p>
  );
}

/** Beside this page, which keeps what was typed. */
function SignInAgain() {
  const say = useSay();
  const session = useSession();
  return (
    <button type="button" className="plain" onClick={() => void session.signInAgain(true)}>
      {say(uiWords.signInAgain)}
    </button>
  );
}
