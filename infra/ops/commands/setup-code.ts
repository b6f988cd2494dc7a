import { isProblem } from "../../../lib/app/problems/problem.ts";
import { makeSetupCode } from "../../../lib/app/setup/code.ts";
import type { OpsCommand } from "../command.ts";
import { openStore } from "../store.ts";

export const setupCodeCommand: OpsCommand = {
  name: "setup-code",
  takes: "",
  help: {
    zh: "首次设置用的一次性代码：24 小时有效，只显示一次；设置完成后不再发放",
    en: "a one-time code for the first set-up: good for 24 hours, shown once; none once the company stands",
  },
  words: [0, 0],
  async run(_, { env, print }) {
    const made = await makeSetupCode(await openStore(env));
    if (isProblem(made)) {
      print(
        "公司已设置，人员由总部在页面上添加 · the company is set up: headquarters add people on the pages",
      );
      return 1;
    }
    const page = env.PUBLIC_URL === undefined ? "/setup" : `${env.PUBLIC_URL}/setup`;
    print(`打开 open ${page}，登录后输入 sign in and enter:\n${made.code}`);
    print(`有效至 good until ${made.expiresAt}；只能用一次，不要写进日志 · once only, keep it out of logs`);
    return undefined;
  },
};
