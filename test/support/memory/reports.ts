import { type ReportEdition, type ReportRun, type RunEnd } from "../../../lib/app/ports/report-run.ts";
import { type ReportStore } from "../../../lib/app/ports/reports.ts";
import { stored } from "./stored.ts";

export class MemoryReports implements ReportStore {
  readonly runsById = new Map<string, ReportRun>();
  readonly issued: ReportEdition[] = [];
  async start(run: ReportRun) {
    if (!this.runsById.has(run.id)) this.runsById.set(run.id, stored(run));
    return this.#known(run.id);
  }
  async run(id: string) {
    return this.runsById.get(id);
  }
  async projectDone(runId: string, projectId: string) {
    const run = this.#known(runId);
    const doneProjectIds = [...new Set([...run.doneProjectIds, projectId])];
    return this.#put({ ...run, doneProjectIds });
  }
  async projectFailed(runId: string, projectId: string, error: string) {
    const run = this.#known(runId);
    const attempts = (run.failures[projectId]?.attempts ?? 0) + 1;
    return this.#put({ ...run, failures: { ...run.failures, [projectId]: { attempts, error } } });
  }
  readonly #held = new Map<string, number>();
  async reserveEdition(month: string, holder: string) {
    const key = `${month} ${holder}`;
    const taken = [...this.#held.keys()].filter((other) => other.startsWith(`${month} `)).length;
    if (!this.#held.has(key)) this.#held.set(key, taken + 1);
    return this.#held.get(key) ?? 0;
  }
  async issueEdition(edition: ReportEdition) {
    const standing = this.issued.some((e) => e.month === edition.month && e.edition === edition.edition);
    if (!standing) this.issued.push(stored(edition));
  }
  async maskEdition(before: ReportEdition, after: ReportEdition) {
    const index = this.issued.findIndex(
      ({ month, edition, masked }) =>
        month === before.month && edition === before.edition && masked === before.masked,
    );
    if (index >= 0) this.issued[index] = stored(after);
    return index >= 0;
  }
  async finish(runId: string, end: RunEnd) {
    const run = this.#known(runId);
    if ((run.built ?? -1) < end.built) this.#put({ ...run, ...end });
  }
  async runs(month: string) {
    return [...this.runsById.values()].filter((run) => run.month === month);
  }
  async editions(month: string) {
    return this.issued.filter((edition) => edition.month === month);
  }
  #known(id: string): ReportRun {
    const run = this.runsById.get(id);
    if (run === undefined) throw new Error(`run ${id} is unknown`);
    return run;
  }
  #put(run: ReportRun): ReportRun {
    this.runsById.set(run.id, run);
    return run;
  }
}
