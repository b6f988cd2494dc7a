import {
  type Adapter,
  adapters,
  builtInNoticePolicy,
} from "../../../../../lib/domain/policy/notice-policy.ts";
import { noticeWayWords } from "../../../../../lib/domain/words/channels.ts";
import { type Words, wordsFor } from "../../../../../lib/domain/words/words.ts";
import type { Draft } from "./model.ts";

export const whomWords = {
  staff: { zh: "通知员工的方式", en: "how our people are told" },
  customer: { zh: "通知客户的方式", en: "how customers are told" },
} as const satisfies Readonly<Record<string, Words>>;
export type Whom = keyof typeof whomWords;

/** The order of ways in force. */
export function waysOf({ notices }: Draft): NonNullable<Draft["notices"]> {
  if (notices !== undefined) return notices;
  const { staff, customer, acknowledgeMinutes } = builtInNoticePolicy;
  return { staff: [...staff], customer: [...customer], acknowledgeMinutes };
}

export function withWays(draft: Draft, whom: Whom, ways: Adapter[]): Draft {
  return { ...draft, notices: { ...waysOf(draft), [whom]: ways } };
}

/** 邮件，其后短信 */
export function waysWords(ways: readonly string[]): Words {
  const names = ways.map((way) => wordsFor(noticeWayWords, way));
  return {
    zh: names.map(({ zh }) => zh).join("，其后"),
    en: names.map(({ en }) => en).join(", then "),
  };
}

/** Every order of these ways that one may choose, shortest first. */
export function ordersOf(whom: Whom): readonly (readonly Adapter[])[] {
  const usable = adapters.filter((adapter) => adapter !== (whom === "staff" ? "wechat" : "wecom"));
  return permutations(usable).toSorted((a, b) => a.length - b.length);
}

function permutations(ways: readonly Adapter[]): Adapter[][] {
  return ways.flatMap((way) => [
    [way],
    ...permutations(ways.filter((one) => one !== way)).map((rest) => [way, ...rest]),
  ]);
}
