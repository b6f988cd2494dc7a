import { giveGroupCommand } from "../../../app/groups/command.ts";
import { groupHistory, listGroups, showGroup } from "../../../app/groups/read.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { groupRoutes } from "../../../contracts/groups/routes.ts";
import { onlyProject } from "../core/only-project.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";
import { readGroupCommand } from "./group-command-body.ts";
import { groupHistoryOf, groupResultView, groupViewOf } from "./group-view.ts";

export type GroupApiPorts = Pick<
  Ports,
  "adapters" | "clock" | "crypto" | "complaints" | "groups" | "organisation" | "rules" | "webhooks"
>;

const defaultLimit = 50;

export const groupHandlers = {
  listGroups: forStaff(groupRoutes.listGroups, async (ports: GroupApiPorts, { query, person }) => {
    const projectId = query.projectId ?? (await onlyProject(ports, person));
    const page = await listGroups(ports, person, { limit: defaultLimit, ...query, projectId });
    return isProblem(page) ? page : json(200, page);
  }),

  showGroup: forStaff(groupRoutes.showGroup, async (ports: GroupApiPorts, { params, person }) => {
    const shown = await showGroup(ports, person, params.id);
    return isProblem(shown) ? shown : json(200, groupViewOf(shown));
  }),

  showGroupHistory: forStaff(
    groupRoutes.showGroupHistory,
    async (ports: GroupApiPorts, { params, person }) => {
      const shown = await groupHistory(ports, person, params.id);
      return isProblem(shown) ? shown : json(200, groupHistoryOf(shown));
    },
  ),

  /** One text, a result per member. */
  groupCommand: forStaff(groupRoutes.groupCommand, async (ports: GroupApiPorts, asked) => {
    const { params, key: idempotencyKey, person, http } = asked;
    const { version, command } = readGroupCommand(params.command, () => http.json());
    const result = await giveGroupCommand(ports, {
      groupId: params.id,
      command,
      version,
      idempotencyKey,
      person,
    });
    return isProblem(result) ? result : json(200, groupResultView(result, asked.language));
  }),
} satisfies ServingsOf<typeof groupRoutes, GroupApiPorts>;
