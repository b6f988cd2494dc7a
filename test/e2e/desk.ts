import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DemoClient } from "../../infra/demo/client.ts";
import { type LocalCloud, type Seed, startLocalCloud } from "../../infra/local/host/index.ts";
import { seedSampleCompany } from "../../infra/local/sample.ts";
import { synthesize } from "../../infra/local/synth.ts";
import { defined } from "../../lib/domain/present.ts";

/** The whole desk, from the synthesized template, on a folder of its own; the clock moves through `to` only. */
export interface Desk {
  readonly cloud: LocalCloud;
  readonly client: DemoClient;
  readonly directory: string;
  /** What broke in the local cloud or failed in a function. */
  readonly failures: string[];
  /** Runs everything due up to this instant. */
  to(instant: string): Promise<void>;
  /** Lets what was written be reacted to: past the stream's batching window of one second. */
  reacted(): Promise<void>;
  close(): Promise<void>;
}

export async function newDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), "jiesu-e2e-"));
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}

/** A desk that is set up in another way than the sample one. */
interface Otherwise {
  readonly assembly?: string;
  readonly seed?: Seed;
  readonly tablesAtEndpoint?: boolean;
}

/** Starts the desk; with a folder that was used before it goes on there. */
export async function openDesk(directory: string, at?: string, otherwise: Otherwise = {}): Promise<Desk> {
  const failures: string[] = [];
  const cloud = await startLocalCloud({
    assembly: otherwise.assembly ?? (await synthesize()),
    directory,
    seed: otherwise.seed ?? seedSampleCompany,
    ...defined({ tablesAtEndpoint: otherwise.tablesAtEndpoint }),
    ...(at === undefined ? {} : { at: Date.parse(at) }),
    onFailure: (where, { errorType, errorMessage }) =>
      failures.push(`${where}: ${errorType}: ${errorMessage}`),
    onBroken: (error) => failures.push(String(error)),
  });
  return {
    cloud,
    client: new DemoClient(cloud),
    directory,
    failures,
    to: async (instant) => {
      await cloud.engine.advanceTo(Date.parse(instant));
    },
    reacted: async () => {
      await cloud.engine.advanceTo(cloud.engine.now() + 1000);
    },
    close: () => cloud.close(),
  };
}

/** Mails about a complaint: who got one and when. */
export function mailsAbout({ cloud }: Desk, complaintId: string) {
  return cloud.services.mails
    .sent()
    .filter(({ raw }) => raw.includes(`<complaint.${complaintId}@`))
    .map(({ to, at, subject, raw }) => ({ to: to.join(), at: new Date(at).toISOString(), subject, raw }));
}
