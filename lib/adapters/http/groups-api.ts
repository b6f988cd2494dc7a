import { giveGroupCommand } from "../../app/groups/command.ts";
import { groupHistory, listGroups, showGroup } from "../../app/groups/read.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { groupQuery } from "../../contracts/groups/bodies.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { readGroupCommand } from "./group-command-body.ts";
import { groupHistoryOf, groupResultView, groupViewOf } from "./group-view.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { onlyProject } from "./only-project.ts";
import { refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type GroupApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "complaints" | "groups" | "organisation" | "rules"
>;

const defaultLimit = 50;

/** GET /groups: the groups of a project, newest first. */
export async function list(ports: GroupApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const query = validated(groupQuery, request.query);
  const projectId = query.projectId ?? (await onlyProject(ports, person));
  const page = await listGroups(ports, person, { limit: defaultLimit, ...query, projectId });
  if (isProblem(page)) throw refusalOf(page);
  return json(200, page);
}

/** GET /groups/{id} */
export async function show(ports: GroupApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const shown = await showGroup(ports, person, request.parameters["id"] ?? "");
  if (isProblem(shown)) throw refusalOf(shown);
  return json(200, groupViewOf(shown));
}

/** GET /groups/{id}/history */
export async function showHistory(ports: GroupApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const found = await groupHistory(ports, person, request.parameters["id"] ?? "");
  if (isProblem(found)) throw refusalOf(found);
  return json(200, groupHistoryOf(found));
}

/** POST /groups/{id}/commands/{command}: one text, a result per member. */
export async function command(ports: GroupApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { id: groupId = "", command: name = "" } = request.parameters;
  const { version, command: given } = readGroupCommand(name, () => request.json());
  const idempotencyKey = requiredIdempotencyKey(request);
  const result = await giveGroupCommand(ports, { groupId, command: given, version, idempotencyKey, person });
  if (isProblem(result)) throw refusalOf(result);
  return json(200, groupResultView(result, request.language));
}
