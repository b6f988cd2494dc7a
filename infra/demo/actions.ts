import type {
  Script,
  ScriptedComplaint,
  ScriptedEvent,
  ScriptedLoss,
  ScriptedMail,
  ScriptedRepeat,
  ScriptedRound,
  ScriptStep,
} from "./script.ts";

/** One thing that happens at an instant of the month. */
export type Action = { readonly at: number } & (
  | { readonly kind: "loss"; readonly loss: ScriptedLoss }
  /** Registered (report 0), or its n-th report. */
  | { readonly kind: "event"; readonly event: ScriptedEvent; readonly report: number }
  | { readonly kind: "post"; readonly complaint: ScriptedComplaint }
  | { readonly kind: "repeat"; readonly repeat: ScriptedRepeat; readonly complaint: ScriptedComplaint }
  | {
      readonly kind: "round";
      readonly round: ScriptedRound;
      readonly slips: readonly ScriptedComplaint[];
    }
  | { readonly kind: "mail"; readonly mail: ScriptedMail; readonly complaint?: ScriptedComplaint }
  | { readonly kind: "answer"; readonly complaint: ScriptedComplaint; readonly text: string }
  | {
      readonly kind: "step";
      readonly complaint: ScriptedComplaint;
      readonly index: number;
      readonly step: ScriptStep;
    }
);

/** All of the script in order of time; a loss strikes what follows it at the same instant. */
export function actionsOf(script: Script): readonly Action[] {
  const byKey = new Map(script.complaints.map((complaint) => [complaint.key, complaint]));
  const known = (key: string) => {
    const complaint = byKey.get(key);
    if (complaint === undefined) throw new RangeError(`no complaint ${key} in the script`);
    return complaint;
  };
  const actions: Action[] = [
    ...script.losses.map((loss): Action => ({ kind: "loss", at: loss.at, loss })),
    ...script.complaints.flatMap((complaint): Action[] => arrival(complaint)),
    ...script.rounds.map((round): Action => roundOf(round, script.complaints)),
    ...script.strayMails.map(({ at, mail }): Action => ({ kind: "mail", at, mail })),
    ...script.repeats.map(
      (repeat): Action => ({ kind: "repeat", at: repeat.at, repeat, complaint: known(repeat.of) }),
    ),
    ...script.events.flatMap((event): Action[] => [
      { kind: "event", at: event.at, event, report: 0 },
      ...event.reports.map(({ at }, index): Action => ({ kind: "event", at, event, report: index + 1 })),
    ]),
    ...script.answers.map(({ at, of, text }): Action => ({ kind: "answer", at, complaint: known(of), text })),
    ...script.complaints.flatMap((complaint) =>
      complaint.steps.map((step, index): Action => ({ kind: "step", at: step.at, complaint, index, step })),
    ),
  ];
  return actions.sort((a, b) => a.at - b.at);
}

/** What one instant brings: lanes at the same time, the actions of a lane one after the other. */
export interface DemoMoment {
  readonly at: number;
  readonly rounds: readonly (readonly Lane[])[];
}
export type Lane = readonly { readonly index: number; readonly action: Action }[];

/**
 * The actions instant by instant. What people do about different complaints in one instant happens side by side, as at
 * several desks; anything else has the instant for itself.
 */
export function momentsOf(actions: readonly Action[]): readonly DemoMoment[] {
  const numbered = actions.map((action, index) => ({ index, action }));
  const instants = Map.groupBy(numbered, ({ action }) => action.at);
  return [...instants].map(([at, inInstant]) => {
    const steps = inInstant.filter(({ action }) => action.kind === "step");
    const alone = inInstant.filter(({ action }) => action.kind !== "step");
    const desks = [...Map.groupBy(steps, ({ action }) => complaintOf(action)).values()];
    return { at, rounds: [...alone.map((one) => [[one]]), ...(desks.length === 0 ? [] : [desks])] };
  });
}

function complaintOf(action: Action): string {
  return action.kind === "step" ? action.complaint.key : action.kind;
}

function arrival(complaint: ScriptedComplaint): Action[] {
  const { delivery, receivedAt } = complaint;
  switch (delivery.kind) {
    case "post":
      return [{ kind: "post", at: delivery.at, complaint }];
    case "mail":
      return [{ kind: "mail", at: receivedAt, mail: delivery.mail, complaint }];
    case "slip":
      return [];
  }
}

function roundOf(round: ScriptedRound, complaints: readonly ScriptedComplaint[]): Action {
  const slips = complaints.filter(
    ({ delivery }) => delivery.kind === "slip" && delivery.roundId === round.roundId,
  );
  return { kind: "round", at: round.postedAt, round, slips };
}
