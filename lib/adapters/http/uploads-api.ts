import { systemOfKey } from "../../app/organisation/channel-keys.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { type AnnouncePorts, announceUpload, type Uploader } from "../../app/uploads/announce.ts";
import { uploadBody } from "../../contracts/uploads/bodies.ts";
import type { Identity } from "../identity/oidc.ts";
import { bearer, staffOf } from "./auth.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { json } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import type { RouteHandler } from "./router.ts";
import { validated } from "./validate.ts";

export type UploadsApiPorts = AnnouncePorts & Pick<Ports, "channelSystems" | "organisation">;

/** Announces a file. A credential that is sent must be good: it decides whose complaints may use the file. */
export function announce(identity: Identity): RouteHandler<UploadsApiPorts> {
  return async (load, request) => {
    const ports = await load();
    const uploader = await uploaderOf(ports, identity, request);
    const announced = await announceUpload(ports, uploader, validated(uploadBody, request.json()));
    if (isProblem(announced)) throw refusalOf(announced);
    return json(201, announced);
  };
}

async function uploaderOf(
  ports: UploadsApiPorts,
  identity: Identity,
  request: ApiRequest,
): Promise<Uploader> {
  const apiKey = request.header("x-api-key");
  const token = bearer(request);
  const key = apiKey ?? token;
  if (key === undefined) return { kind: "anyone", address: request.sourceIp };
  // A bearer token may be a channel key as well as a person's.
  const system = await systemOfKey(ports, key);
  if (system !== undefined) return { kind: "channel", id: system.system };
  if (apiKey !== undefined || token === undefined) throw new Refusal("unauthenticated");
  return { kind: "person", id: (await staffOf(ports, identity, token)).id };
}
