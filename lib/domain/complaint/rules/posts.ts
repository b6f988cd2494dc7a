import type { Post } from "../../organisation/organisation.ts";
import type { Status } from "../document.ts";
import { openStatuses, statuses } from "../document.ts";

/** Who may do what, and in which states: the groups of posts and states that the commands name. */

export const leads: readonly Post[] = ["supervisor", "manager", "project-manager"];
export const workers: readonly Post[] = ["handler", "department-head", ...leads];
export const desk: readonly Post[] = ["clerk", ...workers];
export const managers: readonly Post[] = ["manager", "project-manager"];
export const above: readonly Post[] = ["region", "headquarters"];
export const everyone: readonly Post[] = [...desk, ...above];
/** D4: the solving department's head signs, or a manager. Others hand in the sheet that one of them signed. */
export const signingPosts: readonly Post[] = ["department-head", ...managers];

export const open = openStatuses;
export const unsolved: readonly Status[] = ["registered", "handling"];
export const afterwards: readonly Status[] = ["resolved", "closed"];
/** While it is open, and still when it is closed; not when it was withdrawn or referred. */
export const openOrClosed: readonly Status[] = [...openStatuses, "closed"];
/** D15: what is to be put right for the sake of others is put right, whatever became of the complaint. */
export const whatever: readonly Status[] = statuses;
