import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Words } from "../../../lib/domain/words/words.ts";
import { serverNow } from "../api/server-time.ts";
import { useSay } from "../words/words.ts";

const tickMs = 15_000;
const NowContext = createContext(0);

/** One clock for the whole page: what counts down looks at it. */
export function Ticking({ children }: { readonly children: ReactNode }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return <NowContext value={now}>{children}</NowContext>;
}

/** The server's time, epoch milliseconds, renewed every few seconds. */
export function useNow(): number {
  const now = useContext(NowContext);
  // The tick may be older than what an answer has just told.
  return Math.max(now, serverNow() - tickMs);
}

const minuteMs = 60_000;

/** A length of time in its two largest units: `2天3小时`, `15分钟`. */
export function lengthWords(milliseconds: number): Words {
  const minutes = Math.floor(Math.abs(milliseconds) / minuteMs);
  if (minutes === 0) return { zh: "不到1分钟", en: "less than a minute" };
  const parts = [
    { n: Math.floor(minutes / 1440), zh: "天", en: "d" },
    { n: Math.floor((minutes % 1440) / 60), zh: "小时", en: "h" },
    { n: minutes % 60, zh: "分钟", en: "min" },
  ];
  const first = parts.findIndex((part) => part.n > 0);
  const shown = parts.slice(first, first + 2).filter((part) => part.n > 0);
  return {
    zh: shown.map((part) => `${part.n}${part.zh}`).join(""),
    en: shown.map((part) => `${part.n} ${part.en}`).join(" "),
  };
}

/** All projects so far lie in one zone; what is shown is wall time there, wherever the reader is. */
const zone = "Asia/Shanghai";
const formats = {
  zh: new Intl.DateTimeFormat("zh-CN", {
    timeZone: zone,
    month: "long",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "short",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }),
};

export function formatInstant(iso: string, language: "zh" | "en"): string {
  return formats[language].format(new Date(iso));
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(milliseconds: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
    new Date(milliseconds),
  );
}

/** An instant as people say it. */
export function At({ instant }: { readonly instant: string }) {
  const { language } = useSay();
  return <time dateTime={instant}>{formatInstant(instant, language)}</time>;
}
