import { isPicture } from "../../domain/attachments/file-types.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { FollowerFile } from "../ports/errands.ts";
import type { Ports } from "../ports/index.ts";
import { ownerOf, uploadKey } from "../ports/upload.ts";
import { isProblem } from "../problems/problem.ts";
import { PUBLIC_SYSTEM } from "../uploads/announce.ts";
import { addMessage, type MessagePorts } from "./acts.ts";

export type FollowerFilePorts = MessagePorts & Pick<Ports, "followerFiles" | "followers" | "telemetry">;

const HOURS = 24;

/**
 * Fetches a picture or voice of a follower and adds it to the complaint, once. Throws where WeChat cannot be reached, to be
 * tried again; what WeChat has forgotten, or what is neither picture nor sound, is noted in words, so that nobody waits for it.
 */
export async function fetchFollowerFile(ports: FollowerFilePorts, id: string): Promise<void> {
  const file = await ports.followerFiles.find(id);
  if (file === undefined) return;
  const complaint = await ports.complaints.load(file.complaintId);
  if (complaint === undefined) return;
  const kept = await keep(ports, file);
  const result = await addMessage(ports, complaint, {
    text: wordsOf(file, kept),
    once: `wechat:${file.messageId}`,
    ...(kept ? { photos: [file.id] } : {}),
  });
  if (isProblem(result))
    ports.telemetry.error("follower's file not added", {
      id,
      complaintId: file.complaintId,
      why: result.problem,
    });
}

/** As an upload under the errand's own id: done again it is the same one. */
async function keep(ports: FollowerFilePorts, { id, mediaId, kind }: FollowerFile): Promise<boolean> {
  if ((await ports.uploads.find(id)) !== undefined) return true;
  const content = await ports.followers.file(mediaId);
  if (content === undefined) return false;
  const contentType = await ports.sniffType(content);
  if (contentType === undefined || !(isPicture(contentType) || contentType.startsWith("audio/")))
    return false;
  const now = ports.clock.now();
  await ports.attachments.put(uploadKey(id), content, contentType);
  await ports.uploads.insert({
    id,
    owner: ownerOf({ kind: "channel", id: PUBLIC_SYSTEM }),
    fileName: kind === "picture" ? "微信图片" : "微信语音",
    contentType,
    size: content.byteLength,
    createdAt: toInstant(now),
    expiresAt: toInstant(now.add({ hours: HOURS })),
  });
  return true;
}

function wordsOf({ kind, words = "", mediaId }: FollowerFile, kept: boolean): string {
  const head = kind === "picture" ? "【微信图片】" : "【微信语音】";
  return `${head}${words}${kept ? "" : `（文件没有取到：${mediaId}）`}`;
}
