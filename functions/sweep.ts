import { container } from "../lib/adapters/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { sweep } from "../lib/app/sweep.ts";

export const handler = scheduled(container("sweep"), sweep);
