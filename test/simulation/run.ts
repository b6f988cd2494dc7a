import type { Violation } from "./checks/known.ts";
import { checkLiveness } from "./checks/liveness.ts";
import { Model } from "./checks/model.ts";
import { type Build, loadBuild, modulesIn } from "./engine/build.ts";
import { Company, TABLE } from "./engine/company.ts";
import { Faults, gentle } from "./engine/faults.ts";
import { captureLogs } from "./engine/globals.ts";
import { loseTable } from "./engine/loss.ts";
import { Random } from "./engine/random.ts";
import { Trace } from "./engine/trace.ts";
import { Desk } from "./people/desk.ts";
import { inspect } from "./people/inspection.ts";
import { liveAffair, liveCase, type Stage } from "./people/life.ts";
import { type Drawn, drawnFor, type Happening, kept, type Plan } from "./people/plan.ts";
import type { Attributes } from "./services/dynamodb/values.ts";

export interface RunOptions {
  readonly seed: number;
  readonly days: number;
  /** Complaints a day over the three projects. */
  readonly perDay?: number;
  readonly keep?: readonly number[] | undefined;
  /** What is to happen, where it is not drawn from the seed: the course stays when drawing changes. */
  readonly happening?: Happening | undefined;
  readonly builds?: readonly Build[];
  /** Without the short run before the first: its trace may be another one on another machine. */
  readonly cold?: boolean;
  /** Stop at the first violation. */
  readonly brief?: boolean;
  readonly onDay?: (day: number) => void;
  /** What functions log. */
  readonly onLog?: (line: string) => void;
  /** Each write of the table: its partition and the item as it stands after it. */
  readonly onWrite?: (pk: string, at: number, item: Attributes | undefined) => void;
}

export interface RunResult {
  readonly startAt: number;
  readonly plan: Plan;
  readonly violations: readonly Violation[];
  readonly digest: string;
  readonly steps: number;
  readonly struck: readonly number[];
  readonly counts: Model["counts"];
  readonly tail: readonly string[];
}

const DAY = 86_400_000;
const INSPECTION = 4 * 3_600_000;
const LOOK = 5 * 60_000;
/** After the faults: time for outboxes, sweeps and claims. */
const CALM = 6 * 3_600_000;

let here: Build | undefined;

/** This repository as it stands. */
export async function currentBuild(): Promise<Build> {
  here ??= await loadBuild("current", modulesIn(new URL("../../", import.meta.url)));
  return here;
}

let isWarm = false;

/**
 * Runs one seed: the company for so many days with its faults, then without, and says what was broken. The first run of
 * a process is not the one asked for but a short one: libraries read files and load parts of themselves when they are
 * first used, and the order in which that ends is the machine's.
 */
export async function simulate(options: RunOptions): Promise<RunResult> {
  if (!isWarm && options.cold !== true) {
    isWarm = true;
    await run({
      seed: 0,
      days: 0.2,
      perDay: 25,
      ...(options.builds === undefined ? {} : { builds: options.builds }),
    });
  }
  return run(options);
}

function plannedFor({ seed, days, perDay = 4, keep, happening }: RunOptions): Drawn {
  if (happening === undefined) {
    const { startAt, plan } = drawnFor(seed, days, perDay);
    return { startAt, plan: kept(plan, keep) };
  }
  const { startAt, ...what } = happening;
  return { startAt, plan: { mix: { perDay: 0, weights: {} }, ...what } };
}

async function run(options: RunOptions): Promise<RunResult> {
  const { seed, days } = options;
  const random = new Random(`seed ${seed}`);
  const { startAt, plan } = plannedFor(options);
  const faults = new Faults(plan.faults);
  const trace = new Trace();
  const builds = options.builds ?? [await currentBuild()];
  const company = await Company.open({ startAt, random, faults, trace, builds });
  const model = new Model(company.file, company.rosters, {
    now: () => company.time.now,
    beside: (key) => {
      const object = company.aws.objects.get("documents", key);
      return object === undefined ? undefined : Buffer.from(object.body).toString("utf8");
    },
    scheduled: (name) => company.aws.schedules.nextOf("alarms", name),
  });
  model.calm = plan.faults.length === 0;
  model.gentle = plan.faults.every(({ kind }) => gentle.has(kind));
  const release = captureLogs((line) => {
    model.logged(line);
    options.onLog?.(line);
  });
  try {
    const table = company.aws.tables.get(TABLE);
    const wake = table?.onChange;
    if (table !== undefined) {
      table.onChange = (change, before, after) => {
        model.changed(change, before, after);
        const { pk } = change.keys;
        if (pk !== undefined && "S" in pk) options.onWrite?.(pk.S, company.time.now, after);
        wake?.(change, before, after);
      };
    }
    company.ground.watch = model;
    const look = () => {
      model.look(faults.lastTrouble);
      company.time.after(LOOK, look);
    };
    company.time.after(LOOK, look);
    const desk = new Desk(company, model);
    const until = Math.round(startAt + days * DAY);
    let broken: unknown;
    const during = (life: Promise<void>) => life.catch((error: unknown) => void (broken ??= error));
    const people = random.fork("people");
    const stage: Stage = { company, desk, model, random: people, ids: new Map(), until, during };
    for (const one of plan.cases) void during(liveCase(one, stage));
    for (const one of plan.affairs) void during(liveAffair(one, stage));
    // What somebody does at one moment of the company's time, however long it takes the machine.
    const work: Promise<void>[] = [];
    for (const fault of plan.faults.filter(({ kind }) => kind === "restored").slice(0, 1))
      if ("until" in fault && fault.until < until) loseTable(company, model, fault, work);
    company.begin();
    let steps = 0;
    const play = async (end: number) => {
      // Whoever was just asked comes as far as their first call before time goes on.
      await company.processes.settle();
      while (company.time.step(end)) {
        await company.processes.settle();
        if (work.length > 0) await Promise.all(work.splice(0));
        steps += 1;
        if (broken !== undefined) throw broken;
        if (options.brief === true && model.violations.length > 0) return;
      }
    };
    for (let day = 1; day <= days; day += 1) {
      await play(Math.round(startAt + day * DAY));
      options.onDay?.(day);
      if (options.brief === true && model.violations.length > 0) break;
    }
    const isDone = options.brief === true && model.violations.length > 0;
    if (!isDone) {
      faults.stop();
      await play(until + INSPECTION);
      void during(inspect(stage));
      await play(until + CALM);
      checkLiveness(company, model);
      for (const fault of await company.audit()) model.broken("the-audit-finds-nothing", fault);
    }
    return {
      startAt,
      plan,
      violations: model.violations,
      digest: trace.digest(),
      steps,
      struck: faults.struck,
      counts: model.counts,
      tail: trace.tail(),
    };
  } finally {
    release();
  }
}
