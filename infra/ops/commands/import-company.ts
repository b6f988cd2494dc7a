import { importCompany } from "../../../lib/app/organisation/import-company.ts";
import type { OpsCommand } from "../command.ts";
import { readCompanyFolder } from "../company-folder.ts";
import { openStore } from "../store.ts";

export const importCompanyCommand: OpsCommand = {
  name: "import-company",
  takes: "<文件夹 folder>",
  help: {
    zh: "导入公司、项目、人员与房产；可重复执行，只有不在新台账里的房产会被移除",
    en: "imports company, projects, people and households; repeatable, removes only households the new list lacks",
  },
  words: [1, 1],
  async run({ words: [folder = ""] }, { env, print }) {
    const file = await readCompanyFolder(folder);
    const { projects, people, households } = await importCompany(await openStore(env), file);
    print(
      `已导入 imported ${file.company.name}: ${projects} 个项目 projects, ${people} 人 people, ${households} 套房产 households`,
    );
    print("渠道密钥用 create-key 新建 · make channel keys with create-key");
    return undefined;
  },
};
