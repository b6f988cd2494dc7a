import type * as z from "zod";
import { monthPattern } from "./core/text.ts";
import type { Bilingual } from "./problems.ts";

/** What is wrong with one field: where (`slips.2.matter`; empty for the whole), a stable code, and a sentence. */
export interface FieldError {
  readonly path: string;
  readonly code: FieldErrorCode;
  readonly message: Bilingual;
}

export const fieldErrorCodes = [
  "required",
  "unknown-field",
  "wrong-type",
  "too-long",
  "too-big",
  "too-short",
  "not-one-of",
  "bad-format",
  "control-character",
  "contradiction",
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

type Issue = z.core.$ZodIssue;

/** The faults that a schema found, one entry per field, in our words; never repeats a value that was sent. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue));
}

function fromIssue(issue: Issue): FieldError[] {
  const path = pathOf(issue.path);
  const one = (code: FieldErrorCode, zh: string, en: string) => [{ path, code, message: { zh, en } }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        code: "unknown-field",
        message: { zh: "没有这个字段", en: "There is no such field" },
      }));
    case "invalid_type":
      return issue.input === undefined && isMissing(issue)
        ? one("required", "必填", "This field is required")
        : one(
            "wrong-type",
            `类型应为${typeNames[issue.expected] ?? issue.expected}`,
            `Expected ${issue.expected}`,
          );
    case "too_big":
      return one(
        isAmount(issue.origin) ? "too-big" : "too-long",
        issue.origin === "string"
          ? `最多 ${issue.maximum} 个字符`
          : isCounted(issue.origin)
            ? `最多 ${issue.maximum} 项`
            : `最大为 ${issue.maximum}`,
        issue.origin === "string"
          ? `At most ${issue.maximum} characters`
          : isCounted(issue.origin)
            ? `At most ${issue.maximum} entries`
            : `At most ${issue.maximum}`,
      );
    case "too_small":
      return one(
        "too-short",
        issue.origin === "string"
          ? "不能为空"
          : isCounted(issue.origin)
            ? `至少 ${issue.minimum} 项`
            : `最小为 ${issue.minimum}`,
        issue.origin === "string"
          ? "Must not be blank"
          : isCounted(issue.origin)
            ? `At least ${issue.minimum} entries`
            : `At least ${issue.minimum}`,
      );
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return one("not-one-of", `只能是以下之一：${values}`, `Must be one of: ${values}`);
    }
    case "invalid_format":
      return one("bad-format", `格式不正确（${formatOf(issue)}）`, `Bad format (${formatOf(issue)})`);
    case "custom":
      return custom(path, issue);
    case "invalid_key":
      return one("bad-format", "字段名不正确", "Bad field name");
    case "invalid_union":
    case "invalid_element":
    case "not_multiple_of":
      return one("wrong-type", "内容不正确", "Not an acceptable value");
  }
}

/** Rules of our own: what the schema's check says is shown as it stands, `中文 · English` or as two texts. */
function custom(path: string, { params = {}, message }: CustomIssue): FieldError[] {
  const { rule, zh, en } = params;
  const one = (code: FieldErrorCode, words: Bilingual) => [{ path, code, message: words }];
  switch (rule) {
    case "required":
      return one("required", { zh: "必填", en: "This field is required" });
    case "too-long":
      return one("too-long", { zh: "内容过长", en: "Too long altogether" });
    case "control-character":
      return one("control-character", {
        zh: "含有不允许的控制字符",
        en: "Contains characters that are not allowed",
      });
    case "contradiction":
      return one("contradiction", { zh: String(zh), en: String(en) });
    default:
      return one("contradiction", twoWords(message));
  }
}

type CustomIssue = Extract<Issue, { code: "custom" }>;

/** Both halves of `结束早于开始 · ends before it begins`; the tests look that every rule has them. */
export function twoWords(message: string): Bilingual {
  const [zh = "", en = zh] = message.split(" · ");
  return { zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` };
}

/** Schemas are parsed with `reportInput`, so an absent field can be told from one of another type. */
function isMissing(issue: Extract<Issue, { code: "invalid_type" }>): boolean {
  return issue.expected !== "undefined";
}

/** A number, not a length: nothing can be cut off. */
function isAmount(origin: string): boolean {
  return origin !== "string" && !isCounted(origin);
}

function isCounted(origin: string): boolean {
  return origin === "array" || origin === "object" || origin === "set" || origin === "map";
}

function formatOf(issue: Extract<Issue, { code: "invalid_format" }>): string {
  switch (issue.format) {
    case "datetime":
      return "ISO 8601, 2026-02-13T09:00:00+08:00";
    case "email":
      return "name@example.com";
    case "url":
      return "https://…";
    case "regex":
      return issue.pattern === String(monthPattern) ? "YYYY-MM" : (issue.pattern ?? issue.format);
    default:
      return issue.format;
  }
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

const typeNames: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "数组",
  object: "对象",
  record: "对象",
};
