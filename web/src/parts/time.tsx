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

/** Where nothing says which project it is about. */
const companyZone = "Asia/Shanghai";
const ZoneContext = createContext(companyZone);

/** What is inside shows wall time of this project's zone, wherever the reader is. */
export function InZone({
  timeZone,
  children,
}: {
  readonly timeZone: string | undefined;
  readonly children: ReactNode;
}) {
  return <ZoneContext value={timeZone ?? companyZone}>{children}</ZoneContext>;
}

/** The zone of the project that is looked at. */
export function useZone(): string {
  return useContext(ZoneContext);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes as long as using it a hundred times. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(name, made);
  return made;
}

/** `10月8日周四 09:00` in a zone; with the year where it is not this one. */
export function formatInstant(iso: string, language: "zh" | "en", timeZone: string): string {
  const at = Date.parse(iso);
  // By UTC, for a list formats thousands: in the hours around New Year the year is said once too often.
  const otherYear = iso.slice(0, 4) !== new Date(serverNow()).toISOString().slice(0, 4);
  return formatOf(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone,
    month: language === "zh" ? "long" : "short",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(otherYear ? { year: "numeric" } : {}),
  }).format(at);
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(milliseconds: number, timeZone: string): string {
  return formatOf("sv-SE", { timeZone, dateStyle: "short" }).format(milliseconds);
}

/** Says instants in the reader's language and the project's zone. */
export function useInstantWords(): (iso: string) => string {
  const { language } = useSay();
  const timeZone = useZone();
  return (iso) => formatInstant(iso, language, timeZone);
}

/** An instant as people say it. */
export function At({ instant }: { readonly instant: string }) {
  const words = useInstantWords();
  return <time dateTime={instant}>{words(instant)}</time>;
}
