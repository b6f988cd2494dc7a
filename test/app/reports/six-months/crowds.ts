import type { PlainGroupCommand } from "../../../../lib/app/ports/plain-group-command.ts";
import type { ClassCode } from "../../../../lib/domain/classification/classes.ts";
import type { Said } from "./account.ts";
import type { Chance } from "./chance.ts";
import { offsetOf, projectIds, type staff } from "./company.ts";
import { type Act, crowdCodes, type Life, life, moved, type Standing } from "./lives.ts";
import { instant, plus } from "./working-days.ts";

/** One command for a whole group (D11), and what the paper says of each member for whom the desk takes it. */
export interface GroupAct {
  readonly at: string;
  readonly command: (members: readonly string[]) => PlainGroupCommand;
  readonly by: keyof typeof staff;
  readonly said?: (standing: Standing) => Said;
}

/** Seven neighbours with one trouble, the last two days later; all of it about the end of a month. */
export interface Crowd {
  readonly lives: readonly Life[];
  readonly acts: readonly GroupAct[];
}

export function crowds(chance: Chance): Crowd[] {
  return crowdCodes.map((code, index) => crowd(chance, code, index));
}

function crowd(chance: Chance, classCode: ClassCode, index: number): Crowd {
  const projectId = chance.of(projectIds.filter((id) => id !== "p5"));
  const edge = instant(`2026-0${2 * index + 2}-01T00:00:00.000`);
  const begins = plus(edge, -24 * (1 + chance.next() * 8));
  const lives = Array.from({ length: 7 }, (_, n) => {
    const receivedAt = n < 5 ? plus(begins, chance.next() * 20) : plus(begins, 48 + chance.next() * 24);
    const fixed = {
      projectId,
      receivedAt,
      entered: plus(receivedAt, chance.of([0, 0, 0.5, 3])),
      kind: "complaint" as const,
      government: false,
      classCode,
      building: `1${index}`,
      room: `${n + 1}01`,
      phone: `1381${index}${String(n).padStart(6, "0")}`,
    };
    const one = life(chance, 20_000 + 100 * index + n, fixed);
    return chance.happens(0.3) ? { ...one, acts: [...one.acts, ...outAndIn(chance, plus(begins, 30))] } : one;
  });
  return { lives, acts: groupActs(chance, plus(begins, 24), edge, projectId) };
}

/** Somebody takes it out and puts it back. */
function outAndIn(chance: Chance, from: string): Act[] {
  const out = plus(from, chance.next() * 60);
  const back: Act = {
    at: plus(out, 1 + chance.next() * 40),
    by: "manager",
    command: { type: "join-group", groupId: "" },
  };
  return [
    { at: out, by: "manager", command: { type: "leave-group" } },
    ...(chance.happens(0.6) ? [back] : []),
  ];
}

function groupActs(chance: Chance, from: string, edge: string, projectId: string): GroupAct[] {
  const assigned = plus(from, 1 + chance.next() * 10);
  const solved = chance.of([
    new Date(Date.parse(edge) - 1).toISOString(),
    edge,
    plus(assigned, 5 + chance.next() * 200),
  ]);
  const validity = chance.of(["valid", "valid", "assisted", "invalid"] as const);
  const grade = chance.whole(1, 5);
  const solve = (at: string): GroupAct => ({
    at,
    by: "handler",
    command: () => ({ type: "resolve", via: "phone", text: "已修复" }),
    said: (standing) => ({ ...moved(standing, at, offsetOf(projectId)), done: at }),
  });
  return [
    { at: from, by: "supervisor", command: () => ({ type: "confirm" }) },
    {
      at: assigned,
      by: "supervisor",
      command: () => ({ type: "assign", departmentId: "engineering", handlerId: "handler" }),
    },
    {
      at: plus(assigned, chance.next() * 60),
      by: "supervisor",
      command: () => ({ type: "judge", validity, text: "查看现场" }),
      said: () => ({ validity }),
    },
    solve(solved),
    {
      at: plus(solved, 2 + chance.next() * 30),
      by: "clerk",
      command: (members) => ({
        type: "follow-up",
        complaintIds: members.slice(0, 3),
        outcome: "reached",
        grade,
        text: "说明",
      }),
      said: () => ({ asked: { grade } }),
    },
    // The late-comers, and who was sent back.
    solve(plus(solved, 24 * (3 + chance.next() * 20))),
  ];
}
