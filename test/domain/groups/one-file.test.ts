import { existsSync, globSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../../lib/domain/complaint/commands/index.ts";
import { groupDefinitions } from "../../../lib/domain/groups/commands/index.ts";
import { memberCommands } from "../../../lib/domain/groups/commands/members.ts";
import { regulationsOf } from "../../../lib/domain/regulations/clause.ts";

const list = Object.entries({ ...groupDefinitions, ...memberCommands });

test.each(list)(
  "%s stands in the file of its name and cites a regulation or the default",
  (key, { name, rule }) => {
    expect(name).toBe(key);
    expect(existsSync(`lib/domain/groups/commands/${name}.ts`)).toBe(true);
    expect(rule.clause === "default" || regulationsOf(rule.clause).length > 0).toBe(true);
    expect(rule.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.en).toMatch(/^[A-Z][\x20-\x7e]+[^.]$/);
  },
);

test("every file there is a command of the list, but for what they share; each of the members is one of theirs", () => {
  const shared = ["definition", "index", "members", "propose"];
  const files = globSync("lib/domain/groups/commands/*.ts").map((path) => path.replace(/^.*\/|\.ts$/g, ""));
  expect(files.filter((file) => !shared.includes(file)).sort()).toEqual(list.map(([name]) => name).sort());
  expect(Object.keys(commands)).toEqual(expect.arrayContaining(Object.keys(memberCommands)));
});
