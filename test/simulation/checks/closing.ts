import type { Known, Say } from "./known.ts";
import type { Json } from "./naive.ts";

/** D11, D4: what must be on record before it is closed; of several in one line one is enough. */
const steps: Readonly<Record<string, readonly (readonly string[])[]>> = {
  A: [
    ["report-up"],
    ["foresee"],
    ["instruct", "consult"],
    ["plan"],
    ["daily-report"],
    ["check-effect"],
    ["review"],
  ],
  B: [["investigate"], ["consult"], ["plan"], ["daily-report"], ["check-effect"], ["review"]],
  C: [["investigate"], ["instruct", "consult"], ["plan"]],
  D: [["investigate"], ["consult"], ["plan"]],
  E: [["investigate"], ["consult"]],
};

const recorded: Readonly<Record<string, string>> = {
  planWritten: "plan",
  dailyReported: "daily-report",
  effectChecked: "check-effect",
  reviewed: "review",
  signedOff: "sign-off",
};

/** What has been done about a complaint, step by step, and how its customers were called since it was last sent back. */
export function keepSteps({ steps: done, calls }: Known, { fact, occurredAt }: Json): void {
  const step = fact.type === "stepRecorded" ? fact.step : recorded[fact.type as string];
  if (step !== undefined) done.add(step);
  if (fact.type === "reopened") {
    calls.length = 0;
    done.delete("sign-off");
  }
  if (fact.type === "followUpAttempted") calls.push({ outcome: fact.outcome, day: dayOf(occurredAt) });
}

/** What is closed by itself has every step of its level on record (D11), the head's signature (D4), and an end of its own (D8). */
export function checkClosing(id: string, known: Known, { seq, fact }: Json, document: Json, say: Say): void {
  if (fact.type !== "closed") return;
  const { validity, level, registration, departmentId } = document;
  const about = `${id} event ${seq}`;
  const { calls } = known;
  if (fact.ending === "followed-up" && !calls.some(({ outcome }) => outcome === "reached"))
    say("an-end-is-what-it-says", `${about}: nobody was reached`);
  if (fact.ending === "unreachable" && (calls.length < 3 || new Set(calls.map(({ day }) => day)).size < 2))
    say("an-end-is-what-it-says", `${about}: ${calls.length} calls`);
  const isAlone = document.group === undefined;
  const counts = ["complaint", "opinion"].includes(registration.recordKind);
  // What is explained at the desk is closed with its registration (D3).
  if (!isAlone || !counts || validity === "invalid" || fact.ending === "at-desk") return;
  const missing = (steps[level as string] ?? [["level"]]).filter(
    (any) => !any.some((one) => known.steps.has(one)),
  );
  if (departmentId !== undefined && !known.steps.has("sign-off")) missing.push(["sign-off"]);
  if (missing.length > 0)
    say(
      "closed-with-its-steps",
      `${about} level ${level}: without ${missing.map((any) => any.join("|")).join()}`,
    );
}

const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
