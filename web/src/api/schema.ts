/** The API's types, as its client has them (`npm run openapi`). */
export type { components, operations, paths } from "../../../lib/client/schema.ts";
