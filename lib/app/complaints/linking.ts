import type { Command } from "../../domain/complaint/commands.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isOpenGroup } from "../../domain/groups/group.ts";
import type { Ports } from "../ports/index.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** Commands that tie complaints together, as a person gives them: ids only, what they mean is looked up. */
export type PlainLink =
  | { readonly type: "link-repeat"; readonly complaintId: string }
  | { readonly type: "join-group"; readonly groupId: string }
  | { readonly type: "leave-group" };

type Link = Extract<Command, { readonly type: PlainLink["type"] }>;

/** The link with what the document keeps of the other side; other projects do not learn what exists here. */
export async function completedLink(
  ports: Pick<Ports, "complaints" | "groups">,
  complaint: Complaint,
  link: PlainLink,
): Promise<Link | Problem> {
  const { projectId } = complaint.registration;
  switch (link.type) {
    case "link-repeat": {
      const earlier = await ports.complaints.load(link.complaintId);
      if (earlier?.registration.projectId !== projectId) {
        return problem("unknown-earlier-complaint", { path: "complaintId" });
      }
      const { id: complaintId, number } = earlier.registration;
      return { type: "link-repeat", complaintId, number, nth: (earlier.repeat?.nth ?? 1) + 1 };
    }
    case "join-group": {
      const group = await ports.groups.load(link.groupId);
      if (group?.identity.projectId !== projectId || !isOpenGroup(group)) {
        return problem("no-open-group", { path: "groupId" });
      }
      return { type: "join-group", groupId: group.identity.id, level: group.level };
    }
    case "leave-group":
      if (complaint.group === undefined) return problem("not-in-a-group");
      return { type: "leave-group", groupId: complaint.group.id };
  }
}

/** True for a command that ties complaints together. */
export function isPlainLink(command: { readonly type: string }): command is PlainLink {
  return command.type === "link-repeat" || command.type === "join-group" || command.type === "leave-group";
}
