import { reportStageWords } from "../../../../lib/domain/words/emergencies.ts";
import type { components } from "../../api/schema.ts";
import { aside, useSay } from "../../words/words.ts";
import { pressureOf } from "../clocks.tsx";
import { At, lengthWords, useNow } from "../time.tsx";

export type Due = components["schemas"]["EmergencyResult"]["awaited"][number];

const signs = { late: "▲", soon: "◆", calm: "●", paused: "‖" };

/** `▲ 首报 超时 10分钟`: a report that is still awaited, in words, colour and sign. */
export function Awaited({ due: { stage, dueAt, provisional } }: { readonly due: Due }) {
  const say = useSay();
  const now = useNow();
  const pressure = pressureOf({ name: stage, dueAt, provisional }, now);
  return (
    <span className={`clock ${pressure}`}>
      <span aria-hidden="true">{signs[pressure]} </span>
      {say.label(reportStageWords[stage])}{" "}
      {say(pressure === "late" ? { zh: "超时", en: "late by" } : { zh: "剩", en: "left:" })}{" "}
      {say(lengthWords(Date.parse(dueAt) - now))}
      {provisional && aside(say, say({ zh: "暂定", en: "provisional" }))}
      <small>
        {" "}
        <At instant={dueAt} />
      </small>
    </span>
  );
}
