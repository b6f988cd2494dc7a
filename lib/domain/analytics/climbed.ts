import { type Post, posts } from "../organisation/organisation.ts";
import { postWords } from "../words/organisation.ts";
import { labelOf, type Words } from "../words/words.ts";
import type { CountColumn, Task, ViewColumn } from "./view.ts";

/** Posts that escalations name, from below. */
const rungPosts: readonly Post[] = posts.filter((post) => post !== "clerk");

/**
 * 督办: how high the ladder went for a complaint, by the highest post that an escalation named, and which rungs were
 * decided late. What an edition of before does not tell is counted as not known, never as nothing.
 */
export function climbedColumns(): readonly ViewColumn[] {
  const count = (key: string, label: Words, holds: (task: Task) => boolean): CountColumn => ({
    key,
    label,
    unit: "count",
    holds,
  });
  const highest = ({ source }: Task) => source.climbed?.post;
  return [
    count("received", { zh: "任务", en: "tasks" }, () => true),
    count(
      "calm",
      { zh: "未升级", en: "not escalated" },
      ({ source }) => source.climbed !== undefined && source.climbed.post === undefined,
    ),
    ...rungPosts.map((post) => count(post, labelOf(postWords[post]), (task) => highest(task) === post)),
    count(
      "lateRungs",
      { zh: "有迟发的督办", en: "with a rung decided late" },
      ({ source }) => source.climbed?.late === true,
    ),
    count("notKnown", { zh: "未记载", en: "not known" }, ({ source }) => source.climbed === undefined),
    {
      key: "climbedRate",
      label: { zh: "升级率", en: "escalated" },
      unit: "rate",
      part: "climbed",
      whole: ["known"],
    },
    count("climbed", { zh: "已升级", en: "escalated" }, (task) => highest(task) !== undefined),
    count("known", { zh: "有记载", en: "known" }, ({ source }) => source.climbed !== undefined),
  ];
}
