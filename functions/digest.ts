import { container } from "../lib/adapters/composition/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { writeDigest } from "../lib/app/digest/write.ts";

export const handler = scheduled(() => container("digest"), writeDigest);
