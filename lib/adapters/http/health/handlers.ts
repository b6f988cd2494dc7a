import { healthRoutes } from "../../../contracts/health/routes.ts";
import { json } from "../core/reply.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";

/** Version of the stored documents this code writes and reads. */
const documentSchema = 1;

/** Loaded when somebody asks for it: half a megabyte. */
const description = async () =>
  (await import("../../../../docs/openapi.json", { with: { type: "json" } })).default;

/** Answered without any port, so that they answer when nothing else does. */
export const healthHandlers = {
  health: forEverybody(healthRoutes.health, async () =>
    json(200, { status: "up", version: (await description()).info.version, schema: documentSchema }),
  ),
  openapi: forEverybody(healthRoutes.openapi, async () => json(200, await description())),
} satisfies ServingsOf<typeof healthRoutes, unknown>;
