import { existsSync } from "node:fs";
import type { Context } from "aws-lambda";
import type { Temporal } from "temporal-polyfill";
import type * as CompositionContainer from "../../../lib/adapters/composition/container.ts";
import type { Tools } from "../../../lib/adapters/composition/container.ts";
import type * as ChannelsApi from "../../../lib/adapters/http/channels-api.ts";
import type * as PublicApi from "../../../lib/adapters/http/public-api.ts";
import type * as ReportsApi from "../../../lib/adapters/http/reports-api.ts";
import type * as StaffApi from "../../../lib/adapters/http/staff-api.ts";
import type * as LambdaMessages from "../../../lib/adapters/lambda/messages.ts";
import type * as QueueConsumer from "../../../lib/adapters/lambda/queue-consumer.ts";
import type * as LambdaScheduled from "../../../lib/adapters/lambda/scheduled.ts";
import type * as StreamConsumer from "../../../lib/adapters/lambda/stream-consumer.ts";
import type * as InIndex from "../../../lib/adapters/mail-in/index.ts";
import type * as InSniff from "../../../lib/adapters/mail-in/sniff.ts";
import type * as OutIndex from "../../../lib/adapters/mail-out/index.ts";
import type * as MessagesIndex from "../../../lib/adapters/messages/index.ts";
import type * as MessengersIndex from "../../../lib/adapters/messengers/index.ts";
import type { AwsConfig } from "../../../lib/adapters/runtime/aws-clients.ts";
import type { Surroundings } from "../../../lib/adapters/runtime/surroundings.ts";
import type * as WorkbookZip from "../../../lib/adapters/workbook/zip.ts";
import type * as ComplaintsAudit from "../../../lib/app/complaints/audit.ts";
import type * as DispatchReactions from "../../../lib/app/dispatch/reactions.ts";
import type * as DispatchRing from "../../../lib/app/dispatch/ring.ts";
import type * as DispatchSweep from "../../../lib/app/dispatch/sweep.ts";
import type * as MailIntake from "../../../lib/app/mail/mail-intake.ts";
import type * as NoticesSend from "../../../lib/app/notices/send.ts";
import type * as ChannelKeys from "../../../lib/app/organisation/channel-keys.ts";
import type * as ImportCompany from "../../../lib/app/organisation/import-company.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import type { OutboundPost } from "../../../lib/app/ports/webhooks.ts";
import type * as RunBuild from "../../../lib/app/reports/run/build.ts";
import type * as DueRuns from "../../../lib/app/reports/run/due-runs.ts";
import type * as WebhooksDeliver from "../../../lib/app/webhooks/deliver.ts";
import type { FunctionName } from "../../../lib/config/environment.ts";
import type { LoadModule, ModuleFile } from "./module-files.ts";

export type SimulatedFunction = Exclude<
  FunctionName,
  "mail-poll" | "pages" | "sign-in" | "privacy" | "digest"
>;
export type Handler = (event: unknown, context: Context) => Promise<unknown>;

export interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly aws: AwsConfig;
  readonly surroundings: Surroundings;
}

/** A build of the product: makes the handler of a function as its entry point in functions/ does. */
export interface Build {
  readonly name: string;
  make(fn: SimulatedFunction, place: Place): Handler;
  readonly operator: typeof CompositionContainer.operatorContainer;
  readonly importCompany: typeof ImportCompany.importCompany;
  readonly addChannelKey: typeof ChannelKeys.addChannelKey;
  readonly audit: typeof ComplaintsAudit.audit;
}

/** In the simulation a person's token is `token-<id>`: real tokens are checked in identity.test.ts. */
const identity = {
  sessionOf: async (token: string, now: Temporal.Instant) => ({
    subject: token.slice("token-".length),
    since: now.epochMilliseconds / 1000,
  }),
  /** What releases up to 0.2.0 ask. */
  subjectOf: async (token: string) => token.slice("token-".length),
};

/** What takes long and is tested elsewhere: files of a month are their own input as JSON. */
const light: Pick<Tools, "workbook" | "documents" | "charts"> = {
  workbook: async ({ ledger, ...input }) => {
    const rows: unknown[] = [];
    for await (const row of ledger) rows.push(row);
    return new TextEncoder().encode(JSON.stringify({ ...input, ledger: rows }));
  },
  documents: {
    bulletin: async (input) => new TextEncoder().encode(JSON.stringify(input)),
    monthly: async (input) => new TextEncoder().encode(JSON.stringify(input)),
    classification: async (input) => new TextEncoder().encode(JSON.stringify(input)),
    analysis: async (input) => new TextEncoder().encode(JSON.stringify(input)),
  },
  charts: async () => ({ png: new Uint8Array([0x89]), width: 1, height: 1, words: "图" }),
};

/** Systems outside are the simulation's; that no address inside is called is tested elsewhere. */
const outboundPost =
  (): OutboundPost =>
  async ({ url, headers, body }) =>
    (await fetch(url, { method: "POST", headers, body })).status;

/** The modules of a checkout of the repository: this one, or another release's beside it. */
export function modulesIn(root: URL): LoadModule {
  return async (file) => {
    const url = new URL(file, root);
    return existsSync(url) ? import(url.href) : undefined;
  };
}

/** Loads a build from its modules. */
export async function loadBuild(name: string, load: LoadModule): Promise<Build> {
  const from = async <T>(file: ModuleFile): Promise<T> => (await load(file)) as T;
  const { container, operatorContainer } = await from<typeof CompositionContainer>(
    "lib/adapters/composition/container.ts",
  );
  const messages = await from<typeof LambdaMessages>("lib/adapters/lambda/messages.ts");
  const { queueConsumer } = await from<typeof QueueConsumer>("lib/adapters/lambda/queue-consumer.ts");
  const { streamConsumer } = await from<typeof StreamConsumer>("lib/adapters/lambda/stream-consumer.ts");
  /** Releases up to 0.2.0 give their consumers what is being loaded; later ones the way to load it. */
  const loads = (await from<object>("lib/adapters/runtime/loading.ts")) !== undefined;
  const { scheduled } = await from<typeof LambdaScheduled>("lib/adapters/lambda/scheduled.ts");
  const { channelsApi } = await from<typeof ChannelsApi>("lib/adapters/http/channels-api.ts");
  const { staffApi } = await from<typeof StaffApi>("lib/adapters/http/staff-api.ts");
  const { publicApi } = await from<typeof PublicApi>("lib/adapters/http/public-api.ts");
  const { reportsApi } = await from<typeof ReportsApi>("lib/adapters/http/reports-api.ts");
  const { ring } = await from<typeof DispatchRing>("lib/app/dispatch/ring.ts");
  const { reactTo } = await from<typeof DispatchReactions>("lib/app/dispatch/reactions.ts");
  const { sweep } = await from<typeof DispatchSweep>("lib/app/dispatch/sweep.ts");
  const { takeMails } = await from<typeof MailIntake>("lib/app/mail/mail-intake.ts");
  const { sendNotice } = await from<typeof NoticesSend>("lib/app/notices/send.ts");
  const { startDueRuns } = await from<typeof DueRuns>("lib/app/reports/run/due-runs.ts");
  const { buildReportPart } = await from<typeof RunBuild>("lib/app/reports/run/build.ts");
  // Releases up to 0.2.0 are kept without it: nobody outside subscribes while they run.
  const webhooks = (await load("lib/app/webhooks/deliver.ts")) as typeof WebhooksDeliver | undefined;
  const { importCompany } = await from<typeof ImportCompany>("lib/app/organisation/import-company.ts");
  const { audit } = await from<typeof ComplaintsAudit>("lib/app/complaints/audit.ts");
  const { addChannelKey } = await from<typeof ChannelKeys>("lib/app/organisation/channel-keys.ts");
  const { mailer } = await from<typeof OutIndex>("lib/adapters/mail-out/index.ts");
  const { noticeRenderer } = await from<typeof MessagesIndex>("lib/adapters/messages/index.ts");
  const { storedMessengers } = await from<typeof MessengersIndex>("lib/adapters/messengers/index.ts");
  const { parseMail } = await from<typeof InIndex>("lib/adapters/mail-in/index.ts");
  const { sniffType } = await from<typeof InSniff>("lib/adapters/mail-in/sniff.ts");
  const { zipWriter } = await from<typeof WorkbookZip>("lib/adapters/workbook/zip.ts");

  // What functions load later is loaded here: reading files takes a time that no seed decides.
  await sniffType(new Uint8Array(16));
  await from("lib/adapters/storage/object-store.ts");
  await from("lib/adapters/storage/s3-clients.ts");

  const make = (fn: SimulatedFunction, { env, aws, surroundings }: Place): unknown => {
    const ports = (tools: Tools = {}) => container(fn, tools, env, aws, surroundings);
    const given = (tools?: Tools) => (loads ? () => ports(tools) : ports(tools)) as () => Promise<Ports>;
    switch (fn) {
      case "channels-api":
        return channelsApi(() => ports({ sniffType }));
      case "staff-api":
        return staffApi(() => ports({ sniffType }), identity);
      case "reports-api":
        return reportsApi(() => ports({}), identity);
      case "public-api":
        return publicApi(() => ports());
      case "stream":
        return streamConsumer(given());
      case "react":
        return queueConsumer(given(), messages.reactMessage, reactTo);
      case "alarm":
        return queueConsumer(given(), messages.alarmMessage, ring);
      case "send":
        return queueConsumer(
          given({ mailer, messengers: storedMessengers, renderer: noticeRenderer }),
          messages.itemRef,
          sendNotice,
          { inSeries: true },
        );
      case "webhook":
        if (webhooks === undefined) throw new Error(`${name} tells nobody outside`);
        return queueConsumer(given({ outboundPost }), messages.itemRef, webhooks.deliverWebhook);
      case "mail-in":
        return queueConsumer(given({ parseMail, sniffType }), messages.rawMailMessages, takeMails);
      case "sweep":
        return scheduled(given(), sweep);
      case "report-start":
        return scheduled(given(), startDueRuns);
      case "report-build":
        return queueConsumer(given({ ...light, zip: zipWriter }), messages.reportMessage, buildReportPart);
    }
  };
  return {
    name,
    make: (fn, place) => make(fn, place) as Handler,
    operator: operatorContainer,
    importCompany,
    addChannelKey,
    audit,
  };
}
