import { describe, expect, test } from "vitest";
import type { Command, StaffCommandName } from "../../../lib/domain/complaint/commands.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import { type Complaint, isOpen, type Status, statuses } from "../../../lib/domain/complaint/document.ts";
import {
  allowedCommands,
  isStaffCommandName,
  staffCommandNames,
} from "../../../lib/domain/complaint/transitions.ts";
import type { Post } from "../../../lib/domain/organisation/organisation.ts";
import { after, at, contextAt, later, plain, refusal, registered, timer } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 40);

/** Written out by hand, so that a change of the table has to be meant. `→` leads to another status. */
const table: Record<Status, readonly (StaffCommandName | `${StaffCommandName}→${Status}`)[]> = {
  registered: [
    "reply",
    "classify",
    "judge",
    "assign→handling",
    "withdraw→withdrawn",
    "urge",
    "note",
    "customer-message",
    "pause",
    "resume",
    "extend",
    "acknowledge",
  ],
  handling: [
    "reply",
    "classify",
    "judge",
    "assign",
    "resolve→resolved",
    "withdraw→withdrawn",
    "urge",
    "note",
    "customer-message",
    "pause",
    "resume",
    "extend",
    "acknowledge",
  ],
  resolved: [
    "reply",
    "classify",
    "judge",
    "follow-up",
    "close→closed",
    "reopen→handling",
    "withdraw→withdrawn",
    "urge",
    "note",
    "customer-message",
    "acknowledge",
  ],
  closed: ["reopen→handling", "customer-message"],
  withdrawn: [],
};

/** A complaint in each status in which nothing else stands in the way of any command. */
function inStatus(status: Status): Complaint {
  const fired = after(registered(received), { type: "fire-rungs" }, later(received, 12), { by: timer });
  const ready = [plain.classify(), plain.judge()].reduce((c, command) => after(c, command, now), fired);
  const way: Record<Status, readonly Command[]> = {
    registered: [],
    handling: [plain.assign()],
    resolved: [plain.assign(), plain.resolve(), plain["follow-up"]()],
    closed: [plain.assign(), plain.resolve(), plain["follow-up"](), plain.close()],
    withdrawn: [plain.withdraw()],
  };
  return way[status].reduce((complaint, command) => after(complaint, command, now), ready);
}

function commandsOf(status: Status): StaffCommandName[] {
  return table[status]
    .map((entry) => entry.split("→")[0])
    .filter((name) => isStaffCommandName(name ?? "")) as StaffCommandName[];
}

describe("transition table", () => {
  const cases = statuses.flatMap((status) =>
    staffCommandNames.map((name) => {
      const entry = table[status].find((cell) => cell.split("→")[0] === name);
      return { status, name, entry, leadsTo: entry?.split("→")[1] ?? status };
    }),
  );
  const possible = cases.filter(({ entry }) => entry !== undefined);
  const impossible = cases.filter(({ entry }) => entry === undefined);

  test("every command meets every status", () => {
    expect(cases).toHaveLength(16 * 5);
    expect(possible).toHaveLength(12 + 13 + 11 + 2);
  });

  test.each(possible)("$status: $name leads to $leadsTo", ({ status, name, leadsTo }) => {
    const ready = inStatus(status);
    const complaint = name === "resume" ? after(ready, plain.pause(), now) : ready;
    expect(complaint.status).toBe(status);
    expect(after(complaint, plain[name](), now)).toMatchObject({
      status: leadsTo,
      version: complaint.version + 1,
    });
  });

  test.each(impossible)("$status: $name is refused with what is possible instead", ({ status, name }) => {
    const { refused, allowed } = refusal(inStatus(status), plain[name](), now);
    expect(refused).toBe("not-allowed-now");
    expect([...(allowed ?? [])].sort()).toEqual(commandsOf(status).sort());
  });

  test("the API's list of allowed commands is the same table", () => {
    for (const status of statuses) {
      expect([...allowedCommands(status)].sort()).toEqual(commandsOf(status).sort());
    }
  });

  test.each([
    ["clerk", "handling", ["reply", "urge", "note", "customer-message", "acknowledge"]],
    [
      "handler",
      "handling",
      ["reply", "resolve", "urge", "note", "customer-message", "resume", "acknowledge"],
    ],
    ["region", "handling", ["note", "acknowledge"]],
    ["headquarters", "resolved", ["note", "acknowledge"]],
    ["supervisor", "closed", ["customer-message"]],
    ["manager", "closed", ["reopen", "customer-message"]],
    ["project-manager", "withdrawn", []],
  ] as const)("D11, D4: a %s may, while it is %s: %s", (post: Post, status, expected) => {
    expect(allowedCommands(status, [post])).toEqual(expected);
  });

  test("nobody may do anything without a post", () => {
    for (const status of statuses) expect(allowedCommands(status, [])).toEqual([]);
  });
});

describe("closed and withdrawn complaints", () => {
  test.each(["closed", "withdrawn"] as const)(
    "a %s complaint fires nothing, however late the timer",
    (status) => {
      const complaint = inStatus(status);
      expect(isOpen(complaint)).toBe(false);
      expect(complaint.alarm.at).toBeUndefined();
      const late = contextAt(later(received, 2000), { by: timer });
      expect(decide(complaint, { type: "fire-rungs" }, late)).toEqual({ drafts: [] });
    },
  );

  test("withdrawn: it leaves the tasks at that instant, with its first due instant still known", () => {
    const complaint = inStatus("withdrawn");
    expect(complaint).toMatchObject({ endedAt: now, ending: "withdrawn", taskDueAt: at("2026-03-05 18:00") });
  });
});
