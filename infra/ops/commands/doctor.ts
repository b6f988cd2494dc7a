import { readiness } from "../../../lib/app/organisation/readiness.ts";
import type { Lack } from "../../../lib/domain/organisation/readiness.ts";
import { postWords } from "../../../lib/domain/words/organisation.ts";
import { lackWords } from "../../../lib/domain/words/readiness.ts";
import type { Words } from "../../../lib/domain/words/words.ts";
import type { OpsCommand } from "../command.ts";
import { awsFacts } from "../doctor/aws-facts.ts";
import { type AwsLack, awsLacks } from "../doctor/aws-lacks.ts";
import { type SecretState, secretStates } from "../secrets.ts";
import { awsConfig, type OperatorStore, openStore } from "../store.ts";

export const doctorCommand: OpsCommand = {
  name: "doctor",
  takes: "[--stage 阶段 stage]",
  help: {
    zh: "逐项说明新装的系统还缺什么、怎么补；给出阶段名时也检查 DNS、SES、告警订阅和并发配额。有必补项时退出码为 1",
    en: "says what a new installation still lacks and how to mend it; with a stage also DNS, SES, alarm subscription and limits; exit code 1 if something must be mended",
  },
  words: [0, 0],
  options: { stage: { type: "string" } },
  async run({ text }, { env, print }) {
    const stage = text("stage");
    const facts = stage === undefined ? undefined : await awsFacts(stage, awsConfig(env));
    const lacks: AwsLack[] = [
      ...(facts === undefined ? [] : awsLacks(facts)),
      ...(env.SECRETS === undefined ? [] : secretLacks(await secretStates(env))),
      ...(await ownLacks(await openStore(env), facts?.mailDomain)),
    ];
    for (const { weight, words } of lacks) {
      print(
        `${weight === "must" ? "✗ 必补 must  " : "△ 建议 should"}  ${words.zh}\n                 ${words.en}`,
      );
    }
    const must = lacks.filter(({ weight }) => weight === "must").length;
    print(`必补 must ${must}, 建议 should ${lacks.length - must}`);
    if (facts === undefined) {
      print("未检查 AWS 与 DNS：加 --stage · AWS and DNS were not looked at: add --stage");
    }
    return must === 0 ? 0 : 1;
  },
};

/** What the table says of itself, with the names that people use; whoever mends it finds its id behind the name. */
async function ownLacks(store: OperatorStore, mailDomain: string | undefined): Promise<readonly AwsLack[]> {
  const [lacks, projects, people] = await Promise.all([
    readiness(store, mailDomain),
    store.organisation.projects(),
    store.organisation.people(),
  ]);
  const names = new Map([...projects, ...people].map(({ id, name }) => [id, `${name} (${id})`]));
  const partOf = (part: string, language: keyof Words): string => {
    const post = Object.entries(postWords).find(([one]) => one === part)?.[1];
    return post?.[language] ?? names.get(part) ?? part;
  };
  const sentence = ({ code, about = "" }: Lack, language: keyof Words) => {
    const named = about.split(" ").map((part) => partOf(part, language));
    return lackWords[code][language].replace("%", named.join(" "));
  };
  return lacks.map((lack) => ({
    weight: lack.weight,
    words: { zh: sentence(lack, "zh"), en: sentence(lack, "en") },
  }));
}

function secretLacks(states: readonly SecretState[]): readonly AwsLack[] {
  const names = states.flatMap(({ name, lies }) => (lies === "table" ? [name] : [])).join(", ");
  if (names === "") return [];
  return [
    {
      weight: "should",
      words: {
        zh: `密钥还在表里：${names}。执行 npm run ops -- secrets move --yes`,
        en: `secrets are still in the table: ${names}. Run npm run ops -- secrets move --yes`,
      },
    },
  ];
}
