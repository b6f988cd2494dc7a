import { defined } from "../../present.ts";
import { nothing, one } from "../decision.ts";
import { isOpenGroup } from "../group.ts";
import type { GroupDefinition } from "./definition.ts";

export interface HandOver {
  readonly type: "hand-over";
  readonly from: string;
  readonly to: string;
}

/** 工作移交: the leaver's groups go to the successor, an assignment still on its way through the members too. */
export const handOver: GroupDefinition<HandOver, "handedOver"> = {
  name: "hand-over",
  rule: {
    clause: "default",
    zh: "离职人员负责的群体移交继任者",
    en: "The groups of somebody who leaves go to the successor",
  },
  decide: (group, { from, to }, context) =>
    isOpenGroup(group) && group.handlerId === from
      ? one({ type: "handedOver", fromPersonId: from, toPersonId: to }, context)
      : nothing,
  folds: {
    handedOver: (group, { fromPersonId: from, toPersonId: to }) => {
      const { handlerId, running } = group;
      const action = running?.action;
      return {
        ...group,
        ...defined({ handlerId: handlerId === from ? to : handlerId }),
        ...(running !== undefined && action?.type === "assign" && action.handlerId === from
          ? { running: { ...running, action: { ...action, handlerId: to } } }
          : {}),
      };
    },
  },
};
