import { fault, type PlantedFault } from "./fault.ts";

/** Mistakes in places that the other lists leave out: restoring, groups and their members, messages that go on by another way. */
export const faultsFurther: readonly PlantedFault[] = [
  fault(
    "number-of-an-unknown-source-again",
    "after a restore a source that the backup does not know begins with its first number again",
    "lib/adapters/dynamodb/work/restore.ts",
    "if (!isCounted) await",
    "if (isCounted) await",
  ),
];
