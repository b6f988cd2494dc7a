import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { readConfig } from "../api/config.ts";
import { connection } from "../api/connection.ts";
import { serverSkewMs, subscribeToServerTime } from "../api/server-time.ts";
import { lengthWords } from "../parts/time.tsx";
import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";
import { useStage } from "./services.ts";

const askAgainMs = 3000;

const words = {
  lost: {
    zh: "连不上服务器，正在自动重连。页面显示的是断开前的内容；输入的内容都在。",
    en: "The server cannot be reached; trying again by itself. What is shown is from before; what you typed is kept.",
  },
  right: { zh: "知道了", en: "I see" },
};

/** Says that nothing shown here is fresh, and brings everything up to date once the server answers again. */
export function LostBar() {
  const say = useSay();
  const queries = useQueryClient();
  const isLost = useSyncExternalStore(connection.subscribe, () => connection.isLost);
  const ask = useCallback(async () => {
    try {
      await readConfig();
    } catch {
      // Still lost: the bar says so, and it is asked again.
      return;
    }
    connection.found();
    await queries.invalidateQueries();
  }, [queries]);
  useEffect(() => {
    const lost = () => connection.lost();
    window.addEventListener("offline", lost);
    return () => window.removeEventListener("offline", lost);
  }, []);
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setInterval(() => void ask(), askAgainMs);
    const online = () => void ask();
    window.addEventListener("online", online);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", online);
    };
  }, [isLost, ask]);
  if (!isLost) return undefined;
  return (
    <div className="bar-note note late" role="alert">
      <span>{say(words.lost)}</span>
      <button type="button" className="plain" onClick={() => void ask()}>
        {say(uiWords.tryAgain)}
      </button>
    </div>
  );
}

/** What a clock may be off before it is worth a word. */
const wrongMs = 5 * 60_000;
/** The local cloud's time is its own: there the machine's clock is not the one that is wrong. */
const stageOfOwnTime = "local";

/** A machine's wrong clock is said: times count by the server's, but people look at the one in the corner of the screen. */
export function ClockBar() {
  const say = useSay();
  const stage = useStage();
  const skew = useSyncExternalStore(subscribeToServerTime, serverSkewMs);
  const [seen, setSeen] = useState<number>();
  const isOff = stage !== stageOfOwnTime && Math.abs(skew) > wrongMs;
  if (!isOff || (seen !== undefined && Math.abs(skew - seen) <= wrongMs)) return undefined;
  const length = lengthWords(skew);
  return (
    <div className="bar-note note soon" role="status">
      <span>
        {say(
          skew > 0
            ? {
                zh: `这台设备的时钟慢了${length.zh}，请校准。倒计时和时限按服务器时间，不受影响。`,
                en: `This machine's clock is ${length.en} slow; please set it. Countdowns go by the server's time.`,
              }
            : {
                zh: `这台设备的时钟快了${length.zh}，请校准。倒计时和时限按服务器时间，不受影响。`,
                en: `This machine's clock is ${length.en} fast; please set it. Countdowns go by the server's time.`,
              },
        )}
      </span>
      <button type="button" className="plain" onClick={() => setSeen(skew)}>
        {say(words.right)}
      </button>
    </div>
  );
}
