/**
 * What the stacks promise. One file for the runner, because loading the CDK and synthesizing costs seconds and is
 * shared this way.
 */
import "./promises/backup.ts";
import "./promises/bundles.ts";
import "./promises/china.ts";
import "./promises/data.ts";
import "./promises/flow.ts";
import "./promises/functions.ts";
import "./promises/gradual.ts";
import "./promises/rules.ts";
import "./promises/sign-in.ts";
