import { type ClassCode, complaintClasses, serviceClassOf } from "../classification/classes.ts";
import type { Channel } from "../classification/sources.ts";
import type { Level } from "../complaint/events.ts";
import type { Instant } from "../time/instant.ts";

/** What the analysis tells of one complaint in words, beyond its figures. */
export interface Story {
  readonly number: string;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly classCode?: ClassCode;
  readonly level?: Level;
  readonly safety: boolean;
  /** Handled in a group, repeated, or reopened: it reached further than one call. */
  readonly grouped: boolean;
  readonly repeated: boolean;
  readonly reopened: boolean;
  readonly matter: string;
  /** Why it is not done at the cut-off; absent once it is. */
  readonly openBecause?: string;
  /** The answer of a first follow-up that was not satisfied. */
  readonly dissatisfied?: { readonly grade: number; readonly reason: string };
  readonly cause?: string;
  /** What was done, oldest first. */
  readonly steps: readonly string[];
  readonly result?: string;
  /** What made it worse: missed limits, urges, reopening, repetition. */
  readonly worse: readonly string[];
  readonly lesson?: string;
  readonly corrective: readonly string[];
  /** Natural hours from receipt to the result or the cut-off. */
  readonly hours: number;
}

/** A complaint that is not done at the cut-off, and why. */
export type OpenStory = Story & { readonly openBecause: string };

export function isOpen(story: Story): story is OpenStory {
  return story.openBecause !== undefined;
}

/** D8's two services; what nobody has classified counts as 基础服务. */
export type Service = "基础服务" | "地产相关";

export function serviceOf({ classCode }: Pick<Story, "classCode">): Service {
  return classCode === undefined ? "基础服务" : serviceClassOf(classCode);
}

export function pointOf({ classCode }: Pick<Story, "classCode">): string {
  return classCode === undefined ? "未分类" : complaintClasses[classCode].zh;
}

/** So many cases are told of a project and month (`default`). */
export const CASES = 3;

/** The rule in words, printed over the cases. */
export const casesRule =
  "选取规则：先取影响面大的（A、B级，人身财产安全，媒体或政府转办，群诉，重复或返单），再取出现最多的投诉点中处理时间最长的一件，最多三件。";

/**
 * D15: cases are chosen for being far-reaching or typical. Far-reaching ones come first, the gravest first; then the one
 * that took longest of the most frequent problem point, if there is room.
 */
export function chosenCases(stories: readonly Story[], topPoint: ClassCode | undefined): Story[] {
  const far = stories.filter((story) => weight(story) > 0).sort(byWeight);
  const typical = stories
    .filter(({ classCode }) => classCode !== undefined && classCode === topPoint)
    .sort((a, b) => b.hours - a.hours || compare(a.number, b.number));
  const chosen: Story[] = [];
  for (const story of [...far, ...typical.slice(0, 1)]) {
    if (chosen.length < CASES && !chosen.includes(story)) chosen.push(story);
  }
  return chosen;
}

/**
 * Those that a report may speak of: not done, dissatisfied, far-reaching or corrected, and of each problem point the one
 * that took longest, so that a typical case can be found.
 */
export function withSomethingToTell(stories: readonly Story[]): Story[] {
  const longest = new Map<ClassCode | undefined, Story>();
  for (const story of stories) {
    if (story.hours > (longest.get(story.classCode)?.hours ?? -1)) longest.set(story.classCode, story);
  }
  return stories.filter(
    (story) =>
      isOpen(story) ||
      story.dissatisfied !== undefined ||
      story.corrective.length > 0 ||
      weight(story) > 0 ||
      longest.get(story.classCode) === story,
  );
}

function weight({ level, safety, channel, grouped, repeated, reopened }: Story): number {
  return (
    (level === "A" ? 16 : 0) +
    (level === "B" ? 8 : 0) +
    (safety ? 8 : 0) +
    (channel === "press" ? 8 : 0) +
    (channel === "government" ? 4 : 0) +
    (grouped ? 4 : 0) +
    (repeated ? 2 : 0) +
    (reopened ? 2 : 0)
  );
}

function byWeight(a: Story, b: Story): number {
  return weight(b) - weight(a) || b.hours - a.hours || compare(a.number, b.number);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
