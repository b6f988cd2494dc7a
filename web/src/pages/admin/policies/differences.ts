import { defined } from "../../../../../lib/domain/present.ts";
import { type Words, wordsFor } from "../../../../../lib/domain/words/words.ts";
import { type Draft, variants } from "./model.ts";
import { ladderName } from "./names.ts";
import { clockName, limitsWords, rungWords, variantWords } from "./sentences.ts";
import { type Setting, settingGroups } from "./settings.ts";
import { waysOf, waysWords, whomWords } from "./ways.ts";

/** One thing that a policy says otherwise than another one; absent: not said there. */
export interface Difference {
  readonly what: Words;
  readonly before?: Words;
  readonly after?: Words;
}

/** What changes from one policy to the other, in the order of the form. Empty: they say the same. */
export function differences(before: Draft, after: Draft): readonly Difference[] {
  return [
    ...ofClocks(before, after),
    ...ofLadders(before, after),
    ...ofSettings(before, after),
    ...ofWays(before, after),
  ];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function titled(a: Words, b: Words): Words {
  return { zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` };
}

function ofClocks(before: Draft, after: Draft): Difference[] {
  return Object.keys(after.clocks).flatMap((name) => {
    const [was, is] = [before.clocks[name], after.clocks[name]];
    const limits = variants.flatMap((variant): Difference[] => {
      const [a, b] = [was?.[variant], is?.[variant]];
      if (isSame(a, b)) return [];
      return [
        changed(
          titled(clockName(name), variantWords[variant]),
          a === undefined ? undefined : limitsWords(a),
          b === undefined ? undefined : limitsWords(b),
        ),
      ];
    });
    const ladders = (["ladder", "urgentLadder"] as const).flatMap((field): Difference[] => {
      const [a, b] = [was?.[field], is?.[field]];
      if (a === b) return [];
      const what = titled(clockName(name), variantWords[field === "ladder" ? "limits" : "urgentLimits"]);
      return [
        changed(
          titled(what, { zh: "阶梯", en: "ladder" }),
          a === undefined ? undefined : ladderName(a),
          b === undefined ? undefined : ladderName(b),
        ),
      ];
    });
    return [...limits, ...ladders];
  });
}

function ofLadders(before: Draft, after: Draft): Difference[] {
  const names = new Set([...Object.keys(before.ladders), ...Object.keys(after.ladders)]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.ladders[name] ?? [], after.ladders[name] ?? []];
    const ids = new Set([...was, ...is].map(({ id }) => id));
    return [...ids].flatMap((id): Difference[] => {
      const [a, b] = [was.find((rung) => rung.id === id), is.find((rung) => rung.id === id)];
      if (isSame(a, b)) return [];
      return [
        changed(
          ladderName(name),
          a === undefined ? undefined : rungWords(a),
          b === undefined ? undefined : rungWords(b),
        ),
      ];
    });
  });
}

function ofSettings(before: Draft, after: Draft): Difference[] {
  return settingGroups.flatMap((group) =>
    group.settings.flatMap((setting): Difference[] => {
      const [a, b] = [shown(setting, before), shown(setting, after)];
      return isSame(a, b) ? [] : [changed(titled(group.name, setting.name), a, b)];
    }),
  );
}

function shown(setting: Setting, draft: Draft): Words {
  if (setting.kind === "choice") return wordsFor(setting.choices, setting.get(draft));
  const text = String(setting.get(draft));
  return { zh: text, en: text };
}

function ofWays(before: Draft, after: Draft): Difference[] {
  return (["staff", "customer"] as const).flatMap((whom): Difference[] => {
    const [a, b] = [waysOf(before)[whom], waysOf(after)[whom]];
    return isSame(a, b) ? [] : [changed(whomWords[whom], waysWords(a), waysWords(b))];
  });
}

function changed(what: Words, before: Words | undefined, after: Words | undefined): Difference {
  return {
    what,
    ...defined({ before }),
    ...defined({ after }),
  };
}
