import { complaintClasses } from "../../domain/classification/classes.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import { isPost } from "../../domain/organisation/organisation.ts";
import { levelLabel } from "../../domain/words/complaint.ts";
import { postWords } from "../../domain/words/organisation.ts";
import type { Words } from "../../domain/words/words.ts";

/** The name of a post; a post that is no longer known stands as it is. */
export function postNamed(post: string): Words {
  return isPost(post) ? postWords[post] : { zh: post, en: post };
}

export function className({ classCode }: Complaint): Words {
  if (classCode === undefined) return { zh: "未分类", en: "not classified yet" };
  const { zh, en } = complaintClasses[classCode];
  return { zh: `${classCode} ${zh}`, en: `${classCode} ${en}` };
}

export function levelName({ level }: Complaint): Words {
  return level === undefined ? { zh: "未定级", en: "not decided yet" } : levelLabel(level);
}
