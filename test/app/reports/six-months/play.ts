import { readTable } from "../../../../lib/adapters/tables/read-table.ts";
import { tableXlsx } from "../../../../lib/adapters/tables/write-table.ts";
import { giveCommand } from "../../../../lib/app/complaints/command.ts";
import { reactTo } from "../../../../lib/app/dispatch/reactions.ts";
import { giveGroupCommand } from "../../../../lib/app/groups/command.ts";
import { importLedger } from "../../../../lib/app/ledger/import-ledger.ts";
import type { PlainCommand } from "../../../../lib/app/ports/plain-command.ts";
import type { ReactMessage } from "../../../../lib/app/ports/queues.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import { isOpenGroup } from "../../../../lib/domain/groups/group.ts";
import { groupCommand } from "../../../support/groups.ts";
import type { World } from "../../../support/world.ts";
import type { Account, Said } from "./account.ts";
import { nameOf, projectIds, staff } from "./company.ts";
import type { Crowd, GroupAct } from "./crowds.ts";
import type { Act, Life, Standing } from "./lives.ts";
import { instant } from "./working-days.ts";

interface Step {
  readonly at: string;
  readonly take: () => Promise<void>;
}

/** A half-year at the desk: what is done is entered at its time, what the desk takes stands in the accounts. */
export class HalfYear {
  readonly accounts: Account[] = [];
  readonly #steps: Step[];
  readonly #of = new Map<Life, Account>();
  readonly #paused = new Map<Life, string>();
  readonly #lastGroup = new Map<Life, string>();
  readonly #w: World;
  /** Commands that the desk took, by name: guards the generator. */
  readonly taken: Record<string, number> = {};

  constructor(w: World, lives: readonly Life[], crowds: readonly Crowd[] = []) {
    this.#w = w;
    const ofLife = (life: Life): Step[] => [
      { at: life.entered, take: () => this.#receive(life) },
      ...life.acts.map((act) => ({ at: act.at, take: () => this.#give(life, act) })),
    ];
    const ofCrowd = (crowd: Crowd): Step[] => [
      ...crowd.lives
        .flatMap(ofLife)
        .map(({ at, take }) => ({ at, take: () => take().then(() => this.#react(crowd)) })),
      ...crowd.acts.map((act) => ({ at: act.at, take: () => this.#giveAll(crowd, act) })),
    ];
    this.#steps = [...lives.flatMap(ofLife), ...crowds.flatMap(ofCrowd)].toSorted((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    );
  }

  /** Everything that is entered until then. */
  async playUntil(at: string): Promise<void> {
    for (let step = this.#steps[0]; step !== undefined && step.at <= at; step = this.#steps[0]) {
      this.#steps.shift();
      if (step.at > this.#w.clock.text()) this.#w.clock.set(step.at);
      await step.take();
    }
    if (at > this.#w.clock.text()) this.#w.clock.set(at);
  }

  /** The old ledger that the company brings along: three complaints with their limits, one that tells none. */
  async takeOver(): Promise<void> {
    const headings = ["编号", "日期", "项目", "投诉来源", "投诉内容", "应完成", "完成", "有效性"];
    const rows = [
      [
        "901",
        "2025-11-03",
        "森林湖",
        "呼叫中心",
        "楼道灯不亮",
        "2025-11-06 18:00",
        "2025-11-05 10:00",
        "有效",
      ],
      ["902", "2025-12-26", "翠湖苑", "呼叫中心", "外墙渗水", "2025-12-30 18:00", "2025-12-31 10:00", "有效"],
      ["903", "2025-12-31", "云山墅", "呼叫中心", "电梯异响", "2026-01-06 18:00", "2025-12-31 18:00", "无效"],
      ["904", "2025-12-31", "森林湖", "呼叫中心", "噪音", "", "", "有效"],
    ] as const;
    const table = await readTable(await tableXlsx("台账", headings, rows));
    const report = await importLedger(this.#w.ports, { table, dryRun: false, skipFaulty: false });
    if (report.imported !== rows.length) throw new Error(JSON.stringify(report.faults));
    const entered = this.#w.clock.text();
    for (const [number, day, project, , , due, done, validity] of rows) {
      const at = (wall: string) => instant(`${wall.replace(" ", "T")}:00.000`);
      const receivedAt = at(`${day} 00:00`);
      const said: Said = {
        validity: validity === "有效" ? "valid" : "invalid",
        ...(due === "" ? {} : { dueAt: at(due), done: at(done) }),
      };
      this.accounts.push({
        id: number,
        number,
        projectId: projectIds.find((id) => nameOf(id) === project) ?? "",
        receivedAt,
        entered,
        channel: "phone",
        intake: "project",
        building: "",
        room: "",
        ...(due === "" ? { unrated: true } : {}),
        lines: [{ happened: receivedAt, entered, said }],
      });
    }
  }

  async #receive(life: Life): Promise<void> {
    const { classCode, ...request } = life.request;
    // The builder's own complaint has a class: without one it must say so.
    const { registration } = await this.#w.receive({ ...request, classCode: classCode as never });
    const account: Account = {
      id: registration.id,
      projectId: request.projectId,
      receivedAt: request.receivedAt,
      entered: this.#w.clock.text(),
      channel: registration.channel,
      intake: registration.intake,
      number: registration.number,
      building: request.location?.building ?? "",
      room: request.location?.room ?? "",
      lines: [],
    };
    account.lines.push({ happened: account.receivedAt, entered: account.entered, said: life.said });
    this.#of.set(life, account);
    this.accounts.push(account);
  }

  async #give(life: Life, act: Act): Promise<void> {
    const account = this.#of.get(life);
    const command = this.#named(act, life);
    if (account === undefined || command === undefined) return;
    const given = await this.#w.given(account.id, command, { person: staff[act.by] });
    const answer = await giveCommand(this.#w.ports, given);
    if (isProblem(answer)) return;
    this.#count(command.type);
    const told = act.said?.(this.#standing(life, account));
    if (command.type === "pause") this.#paused.set(life, act.at);
    else if (command.type === "resume" || command.type === "resolve") this.#paused.delete(life);
    const number = (await this.#w.complaint(account.id)).convertedNumber;
    const said: Said | undefined =
      command.type === "convert" && number !== undefined ? { ...told, number } : told;
    const entered = this.#w.clock.text();
    if (said !== undefined) account.lines.push({ happened: act.happened ?? entered, entered, said });
  }

  /** The command, with whatever it names by the id that it has. */
  #named({ command, into }: Act, life: Life): PlainCommand | undefined {
    if (command.type === "merge-ticket") {
      const complaintId = into === undefined ? undefined : this.#of.get(into)?.id;
      return complaintId === undefined ? undefined : { ...command, complaintId };
    }
    if (command.type !== "join-group") return command;
    const groupId = this.#lastGroup.get(life);
    return groupId === undefined ? undefined : { ...command, groupId };
  }

  async #giveAll(crowd: Crowd, act: GroupAct): Promise<void> {
    const members = new Set(crowd.lives.flatMap((life) => this.#of.get(life)?.id ?? []));
    const group = [...this.#w.groups.items.values()].find(
      (one) => isOpenGroup(one) && one.members.some(({ complaintId }) => members.has(complaintId)),
    );
    if (group === undefined) return;
    const command = act.command(group.members.map(({ complaintId }) => complaintId));
    const given = groupCommand(group, command, { person: staff[act.by] });
    const answer = await giveGroupCommand(this.#w.ports, given);
    if (!isProblem(answer)) {
      this.#count(`group ${command.type}`);
      const entered = this.#w.clock.text();
      for (const { complaintId, outcome } of answer.results) {
        const life = crowd.lives.find((one) => this.#of.get(one)?.id === complaintId);
        const account = life === undefined ? undefined : this.#of.get(life);
        if (life === undefined || account === undefined || outcome !== "done") continue;
        const said = act.said?.(this.#standing(life, account));
        if (said !== undefined) account.lines.push({ happened: entered, entered, said });
        if (command.type === "resolve") this.#paused.delete(life);
      }
    }
    await this.#react(crowd);
  }

  /** What follows for groups of what was done with a crowd; of others nothing follows that a figure could show. */
  async #react(crowd: Crowd): Promise<void> {
    const own = new Set(crowd.lives.map((life) => this.#of.get(life)?.id));
    const isOwn = (message: ReactMessage) =>
      "kind" in message && (message.kind === "group" || own.has(message.id));
    for (let due = this.#w.reactQueue.take(); due.length > 0; due = this.#w.reactQueue.take())
      for (const message of due.filter(isOwn)) await reactTo(this.#w.ports, message);
    for (const life of crowd.lives) {
      const account = this.#of.get(life);
      if (account === undefined) continue;
      const { group } = await this.#w.complaint(account.id);
      if (group !== undefined) this.#lastGroup.set(life, group.id);
      const now = group?.level === "B" ? "B" : null;
      const before = account.lines.findLast(({ said }) => said.group !== undefined)?.said.group ?? null;
      if (now === before) continue;
      this.#count(now === null ? "out of a group" : "into a group");
      const at = this.#w.clock.text();
      account.lines.push({ happened: at, entered: at, said: { group: now } });
    }
  }

  #standing(life: Life, { lines }: Account): Standing {
    const last = <K extends keyof Said>(key: K) =>
      lines.findLast(({ said }) => said[key] !== undefined)?.said[key];
    const pausedSince = this.#paused.get(life);
    return {
      dueAt: last("dueAt") ?? "",
      done: last("done") ?? undefined,
      handedBack: lines.some(({ said }) => said.ticket?.handedBack === true),
      ...(pausedSince === undefined ? {} : { pausedSince }),
    };
  }

  #count(what: string): void {
    this.taken[what] = (this.taken[what] ?? 0) + 1;
  }
}
