import { defined } from "../../../lib/domain/present.ts";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { smoke } from "../smoke.ts";

export const smokeCommand: OpsCommand = {
  name: "smoke",
  takes: "<地址 url> [--project 项目 project]",
  help: {
    zh: "部署后自检：页面、接口、拒绝；给出项目并在 CHANNEL_KEY 里放网站渠道的密钥时，还登记一条求助、查询并撤诉。有问题时退出码为 1",
    en: "asks a new deployment what people would; with a project and a website's key in CHANNEL_KEY it also registers a request for help, follows and withdraws it; exit code 1 if something is wrong",
  },
  words: [1, 1],
  options: { project: { type: "string" } },
  async run({ words: [address = ""], text }, { env, print }) {
    const [projectId, key] = [text("project"), env["CHANNEL_KEY"]];
    if (projectId !== undefined && key === undefined) {
      throw new UsageError("缺少 CHANNEL_KEY · CHANNEL_KEY is missing: a key of a website's system");
    }
    const registering =
      projectId === undefined || key === undefined
        ? undefined
        : { projectId, key, sourceId: `smoke-${new Date().toISOString()}` };
    let faults = 0;
    const url = address.replace(/\/+$/, "");
    for await (const { what, milliseconds, fault } of smoke({ url, ...defined({ registering }) })) {
      if (fault !== undefined) faults += 1;
      print(
        `${fault === undefined ? "✓" : "✗"} ${what.zh} ${what.en}  ${milliseconds} ms${fault === undefined ? "" : `  ${fault}`}`,
      );
    }
    print(faults === 0 ? "全部正常 all is well" : `不正常 faults ${faults}`);
    return faults === 0 ? 0 : 1;
  },
};
