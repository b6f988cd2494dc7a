import { clockWords } from "../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../lib/domain/words/words.ts";
import { aside, useSay } from "../words/words.ts";
import { At, lengthWords, useNow } from "./time.tsx";
import type { ClockView } from "./urgent-clock.ts";

export type { ClockView } from "./urgent-clock.ts";
export { urgentClock } from "./urgent-clock.ts";

/** late: past its due instant; soon: within four hours; paused: stands; calm: anything else that runs. */
export type Pressure = "late" | "soon" | "calm" | "paused";

const soonMs = 4 * 3_600_000;

export function pressureOf(clock: ClockView, now: number): Pressure {
  if (clock.pausedSince !== undefined) return "paused";
  const left = Date.parse(clock.dueAt) - now;
  if (left < 0) return "late";
  return left < soonMs ? "soon" : "calm";
}

/** Never by colour alone. */
const signs: Readonly<Record<Pressure, string>> = { late: "▲", soon: "◆", calm: "●", paused: "‖" };

const sentences = {
  late: { zh: "超时", en: "late by" },
  soon: { zh: "剩", en: "left:" },
  calm: { zh: "剩", en: "left:" },
  paused: { zh: "暂停中", en: "paused" },
};

/** `▲ 首次回复 超时2天3小时`: in words, colour and sign. */
export function Countdown({
  clock,
  showDue = false,
}: {
  readonly clock: ClockView;
  readonly showDue?: boolean;
}) {
  const say = useSay();
  const now = useNow();
  const pressure = pressureOf(clock, now);
  const length = say(lengthWords(Date.parse(clock.dueAt) - now));
  return (
    <span className={`clock ${pressure}`}>
      <span aria-hidden="true">{signs[pressure]} </span>
      {say.label(wordsFor(clockWords, clock.name))} {say(sentences[pressure])}
      {pressure === "paused" ? "" : ` ${length}`}
      {clock.provisional && aside(say, say({ zh: "暂定", en: "provisional" }))}
      {showDue && (
        <small>
          {" "}
          <At instant={clock.dueAt} />
        </small>
      )}
    </span>
  );
}
