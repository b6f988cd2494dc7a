import { readTable } from "../../../../lib/adapters/tables/read-table.ts";
import { tableXlsx } from "../../../../lib/adapters/tables/write-table.ts";
import { giveCommand } from "../../../../lib/app/complaints/command.ts";
import { importLedger } from "../../../../lib/app/ledger/import-ledger.ts";
import { isProblem } from "../../../../lib/app/problems/problem.ts";
import type { World } from "../../../support/world.ts";
import type { Account, Said } from "./account.ts";
import { nameOf, projectIds, staff } from "./company.ts";
import type { Act, Life } from "./lives.ts";
import { instant } from "./working-days.ts";

interface Step {
  readonly at: string;
  readonly life: Life;
  readonly act?: Act;
}

/** A half-year at the desk: what is done is entered at its time, what the desk takes stands in the accounts. */
export class HalfYear {
  readonly accounts: Account[] = [];
  readonly #steps: Step[];
  readonly #of = new Map<Life, Account>();
  readonly #paused = new Map<Life, string>();
  readonly #w: World;
  /** Commands that the desk took, by name: guards the generator. */
  readonly taken: Record<string, number> = {};

  constructor(w: World, lives: readonly Life[]) {
    this.#w = w;
    this.#steps = lives
      .flatMap((life): Step[] => [
        { at: life.entered, life },
        ...life.acts.map((act) => ({ at: act.at, life, act })),
      ])
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Everything that is entered until then. */
  async playUntil(at: string): Promise<void> {
    for (let step = this.#steps[0]; step !== undefined && step.at <= at; step = this.#steps[0]) {
      this.#steps.shift();
      if (step.at > this.#w.clock.text()) this.#w.clock.set(step.at);
      await (step.act === undefined ? this.#receive(step.life) : this.#give(step.life, step.act));
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
    if (account === undefined) return;
    const given = await this.#w.given(account.id, act.command, { person: staff[act.by] });
    const answer = await giveCommand(this.#w.ports, given);
    if (isProblem(answer)) return;
    this.taken[act.command.type] = (this.taken[act.command.type] ?? 0) + 1;
    const pausedSince = this.#paused.get(life);
    const told = act.said?.({ dueAt: dueOf(account), ...(pausedSince === undefined ? {} : { pausedSince }) });
    if (act.command.type === "pause") this.#paused.set(life, act.at);
    else if (act.command.type === "resume" || act.command.type === "resolve") this.#paused.delete(life);
    const number = (await this.#w.complaint(account.id)).convertedNumber;
    const said: Said | undefined =
      act.command.type === "convert" && number !== undefined ? { ...told, number } : told;
    const entered = this.#w.clock.text();
    if (said !== undefined) account.lines.push({ happened: act.happened ?? entered, entered, said });
  }
}

function dueOf({ lines }: Account): string {
  return lines.findLast(({ said }) => said.dueAt !== undefined)?.said.dueAt ?? "";
}
