import type { Attributes } from "../services/dynamodb/values.ts";
import { type Say, SKEW } from "./known.ts";
import type { Json } from "./naive.ts";

const ended = ["handedOver", "failed", "unneeded"];

/** The notice in an item as the table has it; undefined where there is none. */
export function noticeIn(item: Attributes | undefined): Json {
  const notice = item?.["notice"];
  return notice !== undefined && "M" in notice ? notice.M : undefined;
}

/** planned → claimed → handedOver | unneeded | failed, attempts only rising, an end that stays. */
export function checkNotice(ref: string, was: Json, is: Json, now: number, say: Say): void {
  const [from, to] = [was?.status.M.state.S, is.status.M.state.S];
  const notBefore = is.notBefore?.S;
  const isEarly = notBefore !== undefined && Date.parse(notBefore) > now + SKEW;
  if (from === "planned" && to === "claimed" && isEarly)
    say("not-before-its-time", `${ref}: claimed before ${notBefore}`);
  if (was === undefined) return;
  if (ended.includes(from) && from !== to && !(from === "handedOver" && to === "failed"))
    say("notice-ends-once", `${ref}: ${from} → ${to}`);
  if (Number(is.attempt.N) < Number(was.attempt.N)) say("attempts-rise", ref);
  if (from === "claimed" && to === "claimed" && Date.parse(was.status.M.until.S) > now + SKEW)
    say("one-sender", `${ref}: claimed until ${was.status.M.until.S}`);
}
