import { Temporal } from "temporal-polyfill";
import { addChannelKey } from "../../lib/app/organisation/channel-keys.ts";
import { importCompany } from "../../lib/app/organisation/import-company.ts";
import type { CompanyFile } from "../../lib/contracts/company-file.ts";
import { toInstant } from "../../lib/domain/time/instant.ts";
import { postWords } from "../../lib/domain/words/organisation.ts";
import { readCompanyFolder, readRosterPatterns, sampleFolder } from "../ops/company-folder.ts";
import { installSmall, openStore, storeMessengers } from "../ops/store.ts";
import { receiverKeys } from "./host/http/receivers.ts";
import type { SampleCompany, Seed, SeedContext } from "./host/sample.ts";
import { seedRosters } from "./sample-rosters.ts";

/** The well-known key of a channel system in stage `local`: open to everyone, so never for another stage. */
export function developmentKey(system: string): string {
  return `local-only-${system}`;
}

/** 示例物业 in a local cloud, with development keys for its channel systems, duty rosters, and the local receivers for its messages. */
export const seedSampleCompany: Seed = {
  import: importSample,
  connect: ({ env }) =>
    storeMessengers(env, {
      wecom: { ...receiverKeys.wecom, baseUrl: `${env.PUBLIC_URL}/_local/wecom` },
      sms: { ...receiverKeys.sms, url: `${env.PUBLIC_URL}/_local/sms/send` },
    }),
};

async function importSample({ env, now }: SeedContext): Promise<SampleCompany> {
  if (env.STAGE !== "local") throw new Error(`development keys are for stage local only, not ${env.STAGE}`);
  const file = await readCompanyFolder(sampleFolder);
  await installSmall(env);
  const store = await openStore(env);
  await importCompany(store, file);
  const at = toInstant(Temporal.Instant.fromEpochMilliseconds(now));
  for (const system of file.company.systems) {
    await addChannelKey(store, system, developmentKey(system.system), at);
  }
  await seedRosters(store, await readRosterPatterns(sampleFolder), at);
  return {
    users: usersOf(file),
    channelKeys: file.company.systems.map(({ system }) => ({ system, key: developmentKey(system) })),
  };
}

function usersOf({ people, projects }: CompanyFile): SampleCompany["users"] {
  return people.map(({ id, name, assignments }) => ({
    id,
    name,
    post: assignments
      .map(({ post, projectId, departmentId, region }) => {
        const project = projects.find((one) => one.id === projectId);
        const department = project?.departments.find((one) => one.id === departmentId);
        return [project?.name ?? region ?? "公司", department?.name, postWords[post].zh, postWords[post].en]
          .filter((part) => part !== undefined)
          .join(" ");
      })
      .join("；"),
  }));
}
