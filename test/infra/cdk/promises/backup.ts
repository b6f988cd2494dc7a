import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { bucketNames } from "../../../../infra/constructs/foundation.ts";
import { Specification } from "../specification.ts";
import { type Loose, synthesize } from "../support.ts";

const backed = () => synthesize("prod", { context: { backup: "true" } });
const only = (type: string): Loose => {
  const found = backed().ofType(type);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe("backups into a vault", () => {
  it("take the table and every bucket that holds what people gave us, once a day", () => {
    const { BackupSelection: selection } = only("AWS::Backup::BackupSelection")["properties"];
    const taken = selection.Resources.map(
      (part: Loose) => backed().follow("jiesu-prod-backup", part)?.resource.id,
    );
    const buckets = bucketNames.map((name) => expect.stringMatching(new RegExp(`^${name}Bucket`, "i")));
    expect(taken).toEqual([expect.stringMatching(/^ComplaintTable/), ...buckets]);
  });

  it("end when old versions end (PIPL 47), and nobody deletes one before", () => {
    const [rule, ...more] = only("AWS::Backup::BackupPlan")["properties"].BackupPlan.BackupPlanRule;
    expect(more).toEqual([]);
    expect(rule).toMatchObject({
      ScheduleExpression: "cron(40 18 * * ? *)",
      Lifecycle: { DeleteAfterDays: 35 },
    });
    const vault = only("AWS::Backup::BackupVault");
    expect(vault["raw"].DeletionPolicy).toBe("Retain");
    expect(vault["properties"].AccessPolicy.Statement).toMatchObject([
      { Effect: "Deny", Action: expect.arrayContaining(["backup:DeleteRecoveryPoint"]) },
    ]);
  });

  it("are a setting", () => {
    expect(synthesize("prod").ofType("AWS::Backup::BackupPlan")).toEqual([]);
  });

  it("are what CloudFormation knows, and pass the checks of cdk-nag", () => {
    const specification = new Specification();
    for (const { type, properties } of backed().resources.filter(({ stack }) => stack.endsWith("-backup")))
      expect(specification.faultsOf(type, properties)).toEqual([]);
    expect(new AwsSolutionsChecks(backed().app).validateScope(backed().app).violations).toEqual([]);
  });
});
