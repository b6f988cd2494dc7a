/**
 * Stands for `node:http` in the functions' bundles (`infra/constructs/bundle.ts`). An import of Node's own looks at all that it
 * exports, and looking at its `WebSocket` loads the whole library behind `fetch`: a quarter of what a function needs to start,
 * for the names of the status codes.
 */
const http = process.getBuiltinModule("node:http");
export const { Agent, request, STATUS_CODES } = http;

export default http;
