import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sayIn } from "../../words/words.ts";
import { changesBetween, untold } from "./changes.ts";
import { type Naming, pathWords, valueWords } from "./value-words.ts";

interface Schema {
  readonly $ref?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
}
const schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    items: schema.optional(),
    anyOf: z.array(schema).optional(),
    properties: z.record(z.string(), schema).optional(),
  }),
);
const { components } = z
  .looseObject({ components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }) })
  .parse(JSON.parse(readFileSync("docs/openapi.json", "utf8")));
const named = (name: string) => schema.parse(components.schemas[name]);

const say = sayIn("zh");
const naming: Naming = {
  say,
  personName: (id) => `某人${id}`,
  departmentName: (id) => `某部${id}`,
  projectName: (id) => `某项目${id}`,
  instant: () => "某时",
};

interface Leaf {
  readonly path: readonly string[];
  readonly choices: readonly unknown[];
}

/** Every field that a complaint may show, with the codes it may hold. */
function leaves(at: Schema, path: readonly string[]): readonly Leaf[] {
  if (at.$ref !== undefined) return leaves(named(at.$ref.split("/").at(-1) ?? ""), path);
  const inner = Object.entries(at.properties ?? {}).filter(([name]) => !untold.has(name));
  return [
    { path, choices: at.enum ?? [] },
    ...inner.flatMap(([name, one]) => leaves(one, [...path, name])),
    ...(at.items === undefined ? [] : leaves(at.items, path)),
    ...(at.anyOf ?? []).flatMap((one) => leaves(one, path)),
  ];
}

const chinese = /\p{Script=Han}/u;
/** Of a file: its type and length are not shown. */
const unshown = new Set(["contentType", "size"]);

describe("what a colleague has changed, in words", () => {
  const all = leaves(named("Complaint"), []).filter(({ path }) => !unshown.has(path.at(-1) ?? ""));

  it("has a Chinese name for every field of a complaint, and Chinese words for every code in it", () => {
    const wordless = all.flatMap(({ path, choices }) => [
      ...(path.length > 0 && !chinese.test(pathWords(path.slice(-1), say)) ? [path.join(".")] : []),
      ...choices
        .filter((choice) => !chinese.test(valueWords(path, choice, naming)))
        .map((choice) => `${path.join(".")} = ${String(choice)}`),
    ]);
    expect(wordless).toEqual([]);
  });

  it("names of what belongs together only what changed, and never shows an object as JSON", () => {
    const before = {
      version: 3,
      complainant: { anonymous: false, name: "甲", phone: "13800000001" },
      location: { building: "8", room: "601" },
      plan: { nodes: [{ id: "n1", text: "抽水", dueAt: "2026-10-08T10:00:00.000Z" }] },
    };
    const after = {
      version: 4,
      complainant: { anonymous: false, name: "甲", phone: "13800000002" },
      location: { building: "8", room: "601" },
      plan: { nodes: [{ id: "n1", text: "抽水并封堵", dueAt: "2026-10-09T10:00:00.000Z" }] },
      handlerId: "7",
      safety: true,
    };
    // @ts-expect-error -- as much of a complaint as the case needs
    const changes = changesBetween(before, after);
    const said = changes.map(({ path, before: was, after: is }) =>
      [pathWords(path, say), valueWords(path, was, naming), valueWords(path, is, naming)].join(" | "),
    );
    expect(said).toEqual([
      "投诉人 · 电话 | 13800000001 | 13800000002",
      "处理方案 · 时间节点 | 抽水，期限 某时 | 抽水并封堵，期限 某时",
      "处理人 | — | 某人7",
      "涉及人身/财产安全 | — | 是",
    ]);
  });
});
