import type { OpsCommand } from "../command.ts";
import { outputsOf } from "../stack-outputs.ts";
import { awsConfig } from "../store.ts";

/** What operators' tools read from the environment, by the output that says it. */
export const settingOfOutput = {
  stateful: {
    TableName: "TABLE_NAME",
    Secrets: "SECRETS",
    DocumentsBucketName: "DOCUMENTS_BUCKET",
    AttachmentsBucketName: "ATTACHMENTS_BUCKET",
    MailBucketName: "MAIL_BUCKET",
    ReportsBucketName: "REPORTS_BUCKET",
    DigestsBucketName: "DIGESTS_BUCKET",
  },
  api: { PublicUrl: "PUBLIC_URL" },
} as const;

export const envCommand: OpsCommand = {
  name: "env",
  takes: "<阶段 stage>",
  help: {
    zh: '从堆栈输出得到下面各命令要的变量：eval "$(npm run --silent ops -- env prod)"',
    en: "the variables that other commands need, from the stacks' outputs, for a shell's eval",
  },
  words: [1, 1],
  async run({ words: [stage = ""] }, { env, print }) {
    for (const [stack, settings] of Object.entries(settingOfOutput)) {
      const outputs = await outputsOf(stage, stack, awsConfig(env));
      for (const [output, setting] of Object.entries(settings)) {
        const value = outputs[output];
        if (value !== undefined) print(`export ${setting}='${value.replaceAll("'", "'\\''")}'`);
      }
    }
    return undefined;
  },
};
