import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { StartError } from "../lock.ts";
import { adminPath } from "./admin.ts";
import { gatewayAnswer, type HttpAnswer } from "./api-response.ts";

/** What answers the public port once the cloud is up. */
export interface PublicHandlers {
  readonly api: (request: IncomingMessage, url: URL) => Promise<HttpAnswer>;
  readonly admin: (request: IncomingMessage, url: URL) => Promise<HttpAnswer | undefined>;
}

export interface PublicServer {
  readonly baseUrl: string;
  /** Until then every request gets a 503: the port must be known before the functions' settings are. */
  open(handlers: PublicHandlers): void;
  close(): Promise<void>;
}

function send(request: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  if (!request.complete) response.setHeader("connection", "close");
  const bodiless = answer.status === 204 || answer.status === 304;
  if (!bodiless) response.setHeader("content-length", answer.body.length);
  response.writeHead(answer.status);
  response.end(bodiless || request.method === "HEAD" ? undefined : answer.body);
}

/** Listens on loopback; port 0 picks a free one. Throws StartError if the port is busy. */
export async function startPublicServer(
  port: number,
  onBroken: (error: unknown) => void,
): Promise<PublicServer> {
  let handlers: PublicHandlers | undefined;
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    if (handlers === undefined) return gatewayAnswer(503, "Service Unavailable");
    const url = URL.parse(request.url ?? "/", "http://localhost");
    if (url === null) return gatewayAnswer(400, "Bad Request");
    if (url.pathname === adminPath || url.pathname.startsWith(`${adminPath}/`)) {
      return (await handlers.admin(request, url)) ?? gatewayAnswer(404, "Not Found");
    }
    return handlers.api(request, url);
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (result) => send(request, response, result),
      (error: unknown) => {
        // A client that went away in the middle of its body has nobody to answer.
        if (request.destroyed && !request.complete) return;
        onBroken(error);
        send(request, response, gatewayAnswer(500, "Internal Server Error"));
      },
    );
  });
  const bound = await listen(server, port);
  return {
    baseUrl: `http://127.0.0.1:${bound}`,
    open: (ready) => {
      handlers = ready;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject("code" in error && error.code === "EADDRINUSE" ? busy(port) : error),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the server has no port"));
      else resolve(address.port);
    });
  });
}

/** The sentence for a taken port. */
export function busy(port: number, option = "--port"): StartError {
  return new StartError(
    `端口 ${port} 已被占用，请用 ${option} 另选一个。 · Port ${port} is busy: choose another with ${option}.`,
  );
}
