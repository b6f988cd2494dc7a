import { container } from "../lib/adapters/composition/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { sweep } from "../lib/app/dispatch/sweep.ts";

export const handler = scheduled(() => container("sweep"), sweep);
