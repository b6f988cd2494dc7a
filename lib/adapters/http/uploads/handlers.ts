import { systemOfKey } from "../../../app/organisation/channel-keys.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { type AnnouncePorts, announceUpload, type Uploader } from "../../../app/uploads/announce.ts";
import { uploadRoutes } from "../../../contracts/uploads/routes.ts";
import type { Identity } from "../../identity/oidc.ts";
import { bearer, staffOf } from "../core/auth.ts";
import { type AdmissionPorts, admit } from "../core/channel-admission.ts";
import { RefusedRequest } from "../core/refusal.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forAny, type ServingsOf } from "../core/serve.ts";

export type UploadsApiPorts = AnnouncePorts & AdmissionPorts & Pick<Ports, "organisation">;

export const uploadHandlers = {
  /** Announces a file. A credential that is sent must be good: it decides whose complaints may use the file. */
  announceUpload: forAny(
    uploadRoutes.announceUpload,
    (ports: UploadsApiPorts, identity, http) => uploaderOf(ports, identity, http),
    async (ports, { body, asker }) => {
      const announced = await announceUpload(ports, asker, body);
      return isProblem(announced) ? announced : json(201, announced);
    },
  ),
} satisfies ServingsOf<typeof uploadRoutes, UploadsApiPorts>;

async function uploaderOf(ports: UploadsApiPorts, identity: Identity, http: ApiRequest): Promise<Uploader> {
  const apiKey = http.header("x-api-key");
  const token = bearer(http);
  const key = apiKey ?? token;
  if (key === undefined) return { kind: "anyone", address: http.sourceIp };
  // A bearer token may be a channel key as well as a person's.
  const system = await systemOfKey(ports, key);
  if (system !== undefined) {
    await admit(ports, system, key, http);
    return { kind: "channel", id: system.system };
  }
  if (apiKey !== undefined || token === undefined) throw new RefusedRequest("unauthenticated");
  return { kind: "person", id: (await staffOf(ports, identity, token)).id };
}
