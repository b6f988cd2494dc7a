import { spawnSync } from "node:child_process";

/*
 * `npm run properties`: the properties of complaints and groups over 10,000 random lives each, where `npm test` looks at some
 * hundred: what a household is owed in a group, and that every running clock can be stopped by somebody. Minutes, not seconds.
 */

const files = ["test/domain/complaint/settling.test.ts", "test/domain/groups/owed.properties.test.ts"];
const runs = process.argv[2] ?? "10000";
const { status } = spawnSync("npm", ["run", "test", "--", ...files], {
  stdio: "inherit",
  env: { ...process.env, JIESU_RUNS: runs },
});
process.exitCode = status ?? 1;
