import { vi } from "vitest";
import * as z from "zod";
import type { Answer } from "../../../infra/demo/client.ts";
import type { IamLedger } from "../../../infra/local/host/iam/ledger.ts";
import { loadAssembly } from "../../../infra/local/host/template/assembly.ts";
import { TemplateResolver } from "../../../infra/local/host/template/intrinsics.ts";
import { synthesize } from "../../../infra/local/synth.ts";
import { type Desk, newDirectory, openDesk } from "../desk.ts";
import { LocalAlarm, Metrics } from "./metrics.ts";

const MINUTE = 60_000;

/** A grant that is missing: whose, for what. */
export interface Missing {
  /** Of a function by its name, or of every schedule. */
  readonly of: string;
  readonly action: RegExp;
  readonly resource?: RegExp;
}

/** A desk on which things go wrong on purpose, watched as CloudWatch would. */
export class Night {
  readonly desk: Desk;
  readonly metrics: Metrics;
  readonly alarms: readonly LocalAlarm[];
  #missing: readonly Missing[] = [];

  private constructor(desk: Desk, alarms: readonly LocalAlarm[]) {
    this.desk = desk;
    this.alarms = alarms;
    this.metrics = new Metrics(desk.directory);
    this.#refuse(desk.cloud.cloud.iam);
  }

  static async open(at: string): Promise<Night> {
    const desk = await openDesk(await newDirectory(), at, { tablesAtEndpoint: true });
    const { services, baseUrl } = desk.cloud;
    const { stacks } = await loadAssembly(await synthesize());
    const resolver = new TemplateResolver(stacks, {
      partition: "aws",
      region: services.region,
      accountId: services.accountId,
      endpoint: services.endpoint,
      baseUrl,
    });
    const alarms = resolver
      .resources("AWS::CloudWatch::Alarm")
      .map(({ properties }) => new LocalAlarm(properties));
    return new Night(desk, alarms);
  }

  get now(): number {
    return this.desk.cloud.engine.now();
  }

  /** Another application of the account, which runs so many functions at once. */
  readonly others = { quota: 1000, running: 0 };

  /** The other application runs so many from now on; what is left of the quota is the desk's. */
  takeUp(running: number): void {
    this.others.running = running;
    this.desk.cloud.cloud.concurrency.limit = this.others.quota - running;
  }

  /** From now on these grants are missing; none: everything is mended. */
  miss(...missing: readonly Missing[]): void {
    this.#missing = missing;
  }

  /** Lets time pass, looking at the queues each `step` minutes. */
  async pass(minutes: number, step = 1): Promise<void> {
    for (let passed = 0; passed < minutes; passed += step) {
      await this.desk.cloud.engine.advanceTo((Math.floor(this.now / MINUTE) + step) * MINUTE);
      this.metrics.sampleQueues(this.now);
    }
    const pools = [...this.desk.cloud.cloud.pools.values()];
    await vi.waitFor(() => {
      const seen = this.metrics.readLogs();
      const ran = pools.reduce((sum, { counts }) => sum + counts.invocations, 0);
      if (seen < ran) throw new Error(`${seen} of ${ran} invocations are in the logs`);
    }, 10_000);
  }

  /** Somebody's request; what the gateway would count of it. */
  async asked(answer: Promise<Answer>): Promise<Answer> {
    const given = await answer;
    const series = { namespace: "AWS/ApiGateway", name: "5xx", dimensions: this.#apiDimensions() };
    this.metrics.add(series, this.now, given.status >= 500 ? 1 : 0);
    return given;
  }

  /** A customer's call that the call centre registers. */
  async complaintBy(sourceId: string): Promise<{ readonly id: string; readonly number: string }> {
    const { status, body } = await this.desk.client.asSystem("call-centre", "/channels/phone/complaints", {
      projectId: "forest-lake",
      sourceId,
      matter: `${sourceId} 电梯停运，老人被困过一次`,
      complainant: { name: "王女士", phone: "13800000001" },
      location: { area: "一期", building: "3", unit: "2", room: "501" },
    });
    if (status !== 201) throw new Error(`${sourceId} was answered ${status}`);
    return z.looseObject({ id: z.string(), number: z.string() }).parse(body);
  }

  /** Names of the alarms that were raised at some minute since. */
  raisedSince(from: number): readonly string[] {
    return this.alarms.flatMap((alarm) =>
      alarm.raisedWithin(this.metrics, from, this.now) === undefined ? [] : [alarm.name],
    );
  }

  raisedNow(): readonly string[] {
    return this.alarms.flatMap((alarm) => (alarm.isRaised(this.metrics, this.now) ? [alarm.name] : []));
  }

  /** A queue by the end of its variable's name or by its logical name. */
  queueArn(name: string): string {
    const found = this.desk.cloud.services.queues.counts().find((queue) => queue.name.includes(name));
    if (found === undefined) throw new RangeError(`no queue ${name}`);
    return found.arn;
  }

  #apiDimensions(): Readonly<Record<string, string>> {
    const [api] = this.desk.cloud.cloud.model.routes;
    const id = api?.raw["ApiId"];
    return { ApiId: typeof id === "string" ? id : "" };
  }

  #refuse(iam: IamLedger): void {
    const answer = iam.checkRole.bind(iam);
    iam.checkRole = (roleArn, need, service) => {
      const isMissing = this.#missing.some(
        ({ of, action, resource }) =>
          this.#rolesOf(of).has(roleArn) &&
          action.test(need.action) &&
          (resource?.test(need.resource) ?? true),
      );
      return isMissing
        ? { allowed: false, reason: `the grant ${need.action} is missing` }
        : answer(roleArn, need, service);
    };
  }

  #rolesOf(name: string): ReadonlySet<string> {
    const { cloud } = this.desk.cloud;
    if (name === "schedules")
      return new Set(cloud.model.schedules.map(({ properties }) => properties.Target.RoleArn));
    const pascal = name.replaceAll(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
    return new Set(
      [...cloud.pools.values()].flatMap(({ definition: { logicalId, roleArn } }) =>
        logicalId.startsWith(`${pascal}Function`) ? [roleArn] : [],
      ),
    );
  }
}
