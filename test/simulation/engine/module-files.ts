/** The files that a build's functions and its operator's tools are made from; a release's bundle holds these. */
export const moduleFiles = [
  "lib/adapters/composition/container.ts",
  "lib/adapters/http/channels-api.ts",
  "lib/adapters/http/public-api.ts",
  "lib/adapters/http/reports-api.ts",
  "lib/adapters/http/staff-api.ts",
  "lib/adapters/lambda/messages.ts",
  "lib/adapters/lambda/queue-consumer.ts",
  "lib/adapters/lambda/scheduled.ts",
  "lib/adapters/lambda/stream-consumer.ts",
  "lib/adapters/mail-in/index.ts",
  "lib/adapters/mail-in/sniff.ts",
  "lib/adapters/mail-out/index.ts",
  "lib/adapters/messages/index.ts",
  "lib/adapters/messengers/index.ts",
  "lib/adapters/runtime/loading.ts",
  "lib/adapters/storage/object-store.ts",
  "lib/adapters/storage/s3-clients.ts",
  "lib/adapters/workbook/zip.ts",
  "lib/app/complaints/audit.ts",
  "lib/app/dispatch/reactions.ts",
  "lib/app/dispatch/ring.ts",
  "lib/app/dispatch/sweep.ts",
  "lib/app/mail/mail-intake.ts",
  "lib/app/notices/send.ts",
  "lib/app/organisation/channel-keys.ts",
  "lib/app/organisation/import-company.ts",
  "lib/app/reports/run/build.ts",
  "lib/app/reports/run/due-runs.ts",
  "lib/app/webhooks/deliver.ts",
] as const;

export type ModuleFile = (typeof moduleFiles)[number];

/** Gives a build's modules by their files; nothing for those that the release does not have. */
export type LoadModule = (file: ModuleFile) => Promise<unknown>;
