import { type Api, body } from "../../api/client.ts";
import { Unreachable } from "../../api/problem.ts";

/** `image/jpeg; charset=x` says no more than its first part; a file without a type says nothing. */
function typeOf(file: File): string {
  return (file.type.split(";")[0] ?? "").trim().toLowerCase() || "application/octet-stream";
}

/**
 * Announces a file and puts it straight into the store: bodies of the API end at 6 MB. Gives the id that complaints and
 * commands name it by. `progress` is the share that has left, 0 to 1. Throws Refused, Unreachable or Unexpected.
 */
export async function sendFile(
  api: Api,
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const announcement = { fileName: file.name.slice(-255), contentType: typeOf(file), size: file.size };
  const { uploadId, url, headers } = await body(api.POST("/uploads", { body: announcement, signal }));
  await put(url, file, headers["content-type"] ?? announcement.contentType, progress, signal);
  return uploadId;
}

/** fetch does not tell how much has left. The browser itself says how long the body is. */
function put(
  url: string,
  file: File,
  contentType: string,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("content-type", contentType);
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded / total));
    request.addEventListener("load", () =>
      request.status < 300
        ? resolve()
        : reject(new Unreachable(`the store did not take the file: ${request.status}`)),
    );
    request.addEventListener("error", () => reject(new Unreachable("no answer of the store")));
    request.addEventListener("abort", () => reject(new Unreachable("stopped")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
