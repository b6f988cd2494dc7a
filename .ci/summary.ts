import { readFileSync } from "node:fs";
import * as z from "zod";

/*
 * Prints the closing lines of a test run from vitest's JSON report: which tests failed and with which words, then the counts. What
 * failed stands last, because whoever reads a long log reads its end.
 */

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.enum(["passed", "failed"]),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** A file that could not even be loaded has no tests, but a message. */
function failuresOf(file: z.infer<typeof Report>["testResults"][number]): readonly string[] {
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0 && file.status === "failed") return [`${file.name}\n${file.message ?? ""}`];
  return failed.map(
    ({ fullName, failureMessages }) =>
      `${file.name}\n  ${fullName}\n${(failureMessages ?? []).join("\n").slice(0, 4000)}`,
  );
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: summary.ts REPORT.json");
const report = Report.parse(JSON.parse(readFileSync(file, "utf8")));
for (const failure of report.testResults.flatMap(failuresOf)) console.log(`FAILED ${failure}\n`);

const skipped = report.numPendingTests + report.numTodoTests;
console.log(
  `${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
);
