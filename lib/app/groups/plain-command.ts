import type { Complaint } from "../../domain/complaint/document.ts";
import type { GroupCommand } from "../../domain/groups/commands/index.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import { defined } from "../../domain/present.ts";
import { namedPeople, unknownNames } from "../complaints/unknown-names.ts";
import { salted } from "../documents/ids.ts";
import type { Ports } from "../ports/index.ts";
import type { PlainCommand } from "../ports/plain-command.ts";
import type { PlainGroupCommand } from "../ports/plain-group-command.ts";
import type { Problem } from "../problems/problem.ts";
import type { Giver } from "./giver.ts";

/** The command for the group with these members; free text goes beside the events, salted, never into them. */
export function commandOf(
  ports: Pick<Ports, "crypto">,
  command: PlainGroupCommand,
  giver: Giver,
  members: readonly Complaint[],
): GroupCommand {
  const personal = (value: string) => salted(ports.crypto, value);
  switch (command.type) {
    case "confirm":
      return { type: "confirm", fits: giver.fits(members) };
    case "acknowledge":
      return command;
    case "dissolve":
      return { type: "dissolve", reason: personal(command.reason) };
    default: {
      const { text, texts, complaintIds: only, ...action } = command;
      const said = Object.entries({ ...texts, ...defined({ text }) });
      return {
        type: "give",
        action,
        texts: Object.fromEntries(said.map(([field, value]) => [field, personal(value)])),
        ...defined({ only }),
      };
    }
  }
}

/** Departments and people that the command names must be of the project. */
export async function unknownIn(
  ports: Pick<Ports, "organisation" | "clock">,
  command: PlainGroupCommand,
  project: Project,
): Promise<Problem | undefined> {
  const naming = asOneComplaints(command);
  return naming === undefined
    ? undefined
    : unknownNames(ports, naming, project, await namedPeople(ports, naming));
}

/** What of it names somebody, as the same command of a single complaint. */
function asOneComplaints(command: PlainGroupCommand): PlainCommand | undefined {
  switch (command.type) {
    case "assign":
      return command;
    case "form-team":
    case "investigate":
    case "report-up":
    case "foresee":
    case "instruct":
    case "consult":
    case "daily-report":
      return { ...command, text: "" };
    case "review":
      return {
        type: "review",
        text: "",
        actions: command.actions.map((action) => ({ ...action, cause: "", measure: "" })),
      };
    default:
      return undefined;
  }
}
