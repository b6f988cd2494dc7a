import openapi from "../../../../docs/openapi.json" with { type: "json" };
import { healthRoutes } from "../../../contracts/health/routes.ts";
import { json } from "../core/reply.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";

/** Version of the stored documents this code writes and reads. */
const documentSchema = 1;

/** Answered without any port, so that they answer when nothing else does. */
export const healthHandlers = {
  health: forEverybody(healthRoutes.health, async () =>
    json(200, { status: "up", version: openapi.info.version, schema: documentSchema }),
  ),
  openapi: forEverybody(healthRoutes.openapi, async () => json(200, openapi)),
} satisfies ServingsOf<typeof healthRoutes, unknown>;
