import { spawnSync } from "node:child_process";
import { hasJava } from "../infra/local/services/dynamodb/dynamodb-local.ts";

/* `npm run test:strict`: the stores over Amazon's DynamoDB Local, which keeps the bounds of the real service (400 KB an item). */

if (hasJava()) {
  const args = ["run", "test", "--", "test/adapters/dynamodb", "test/infra/local/services/dynamodb.test.ts"];
  const { status } = spawnSync("npm", args, {
    stdio: "inherit",
    env: { ...process.env, JIESU_ENGINE: "dynamodb-local" },
  });
  process.exitCode = status ?? 1;
} else {
  process.stdout.write(
    "没有 Java，跳过 DynamoDB Local 的测试 · skipped: DynamoDB Local needs Java 17 or newer, and there is none on this machine\n",
  );
}
