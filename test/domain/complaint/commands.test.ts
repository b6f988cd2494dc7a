import { existsSync, globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "../../../lib/adapters/messages/sentences.ts";
import { datesIn } from "../../../lib/adapters/messages/when.ts";
import { commandBodies } from "../../../lib/contracts/complaints/commands.ts";
import { commands, staffCommands } from "../../../lib/domain/complaint/commands/index.ts";
import { statuses } from "../../../lib/domain/complaint/document.ts";
import {
  isStaffCommandName,
  staffCommandNames,
  transitions,
} from "../../../lib/domain/complaint/transitions.ts";
import { regulationsOf } from "../../../lib/domain/regulations/clause.ts";
import { commandWords } from "../../../lib/domain/words/commands.ts";
import { transitionDiagram } from "../../docs/transition-diagram.ts";
import { ZONE } from "../../support/builders.ts";
import { everybody, project } from "../../support/organisation.ts";
import { life, live } from "./lives.ts";

const list = Object.entries(commands);
const diagram = transitionDiagram();

describe("one command, one file", () => {
  test.each(list)(
    "%s: stands in the file of its name and cites a regulation or the default",
    (key, command) => {
      const { name, rule } = command;
      expect(name).toBe(key);
      expect(existsSync(`lib/domain/complaint/commands/${name}.ts`)).toBe(true);
      expect(rule.clause === "default" || regulationsOf(rule.clause).length > 0).toBe(true);
      expect(rule.zh).toMatch(/\p{Script=Han}/u);
      expect(rule.en).toMatch(/^[A-Z][\x20-\x7e]+[^.]$/);
      expect(diagram).toContain(`| \`${name}\` |`);
      expect(diagram).toContain(`${rule.zh}<br>${rule.en}`);
    },
  );

  test("every file there is a command of the list, but for what they share", () => {
    const shared = ["definition", "index", "salting"];
    const files = globSync("lib/domain/complaint/commands/*.ts").map((path) =>
      path.replace(/^.*\/|\.ts$/g, ""),
    );
    expect(files.filter((file) => !shared.includes(file)).sort()).toEqual(Object.keys(commands).sort());
  });

  test("what people give has a wire body, words, posts and states; what the system does has none of them", () => {
    expect(Object.keys(commandBodies).sort()).toEqual([...staffCommandNames].sort());
    for (const [name, { from, to, posts }] of Object.entries(staffCommands)) {
      expect(Object.keys(commandWords)).toContain(name);
      expect(posts.length).toBeGreaterThan(0);
      expect(statuses).toEqual(expect.arrayContaining([...from, ...(to === undefined ? [] : [to])]));
    }
    const own = list.filter(([name]) => !isStaffCommandName(name));
    for (const [, command] of own) expect(command).not.toHaveProperty("from");
  });

  /**
   * The list, the wire, the words, the file itself; a duty of closing, with its words, and that it waits a moment, where it is one. The same command
   * for a whole group is one of the group's (test/domain/groups/one-file.test.ts).
   */
  test.each([
    ["check-effect", 6],
    ["register-and-close", 5],
    ["evidence", 5],
    ["explain-invalid", 7],
  ])("%s is named in at most %i files of lib", (name, most) => {
    const written = globSync("lib/**/*.ts").filter((file) => file !== "lib/client/schema.ts");
    const files = written.filter((file) => !file.includes("/groups/"));
    const named = files.filter((file) => readFileSync(file, "utf8").includes(`"${name}"`));
    expect(named.slice(most)).toEqual([]);
  });
});

describe("every life of a complaint", () => {
  test("a command is carried out only in a state of its table, and leads where the table says", () => {
    fc.assert(
      fc.property(life, (it) => {
        let index = 0;
        live(it, ({ before, after }) => {
          const { name } = it.steps[index]!;
          index += 1;
          if (after === before) return;
          const { from, to } = name === "fire-rungs" ? { from: statuses } : transitions[name];
          expect(from).toContain(before.status);
          expect(after.status).toBe(to ?? before.status);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("every event has its sentence in both languages", () => {
    fc.assert(
      fc.property(life, (it) => {
        const { events, registration } = live(it);
        const dates = datesIn(ZONE, registration.receivedAt);
        for (const { fact } of events) {
          const { zh, en } = sentenceOf(fact, { people: everybody, project }, dates);
          expect(zh).toMatch(/\p{Script=Han}/u);
          expect(en).toMatch(/^[A-Z]/);
          expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 40 },
    );
  });
});
