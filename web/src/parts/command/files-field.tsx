import { useState } from "react";
import { body } from "../../api/client.ts";
import { useApi } from "../../app/services.ts";
import { useSay } from "../../words/words.ts";
import { useTrouble } from "../refusal.tsx";
import { type FieldProps, Labelled } from "./labelled.tsx";
import { isList } from "./schema.ts";

const words = {
  uploading: { zh: "上传中…", en: "uploading…" },
  done: { zh: "已上传", en: "uploaded" },
  failed: { zh: "没有上传", en: "not uploaded" },
  remove: { zh: "移除", en: "Remove" },
};

interface Upload {
  readonly name: string;
  readonly state: "uploading" | "done" | "failed";
  readonly id?: string;
  readonly reason?: string;
}

/** Files go straight to the store, each announced first; the form names their ids. */
export function FilesField(props: FieldProps) {
  const say = useSay();
  const api = useApi();
  const trouble = useTrouble();
  const { value, set, schema } = props;
  const ids = value !== undefined && isList(value) ? value.filter((id) => typeof id === "string") : [];
  const [uploads, setUploads] = useState<readonly Upload[]>([]);

  const put = async (file: File): Promise<Upload> => {
    try {
      const contentType = file.type === "" ? "application/octet-stream" : file.type;
      const announced = await body(
        api.POST("/uploads", { body: { fileName: file.name, contentType, size: file.size } }),
      );
      const answer = await fetch(announced.url, { method: "PUT", headers: announced.headers, body: file });
      if (!answer.ok) return { name: file.name, state: "failed", reason: `HTTP ${answer.status}` };
      return { name: file.name, state: "done", id: announced.uploadId };
    } catch (error) {
      return { name: file.name, state: "failed", reason: trouble(error) };
    }
  };

  const add = async (files: readonly File[]) => {
    const allowed = files.slice(0, Math.max(0, (schema.maxItems ?? 20) - ids.length));
    setUploads((before) => [
      ...before,
      ...allowed.map(({ name }) => ({ name, state: "uploading" as const })),
    ]);
    let held = ids;
    for (const file of allowed) {
      const upload = await put(file);
      if (upload.id !== undefined) {
        held = [...held, upload.id];
        set(held);
      }
      setUploads((before) => {
        const index = before.findIndex(({ name, state }) => name === file.name && state === "uploading");
        return index < 0 ? before : before.with(index, upload);
      });
    }
  };

  const remove = (upload: Upload) => {
    setUploads((before) => before.filter((one) => one !== upload));
    set(ids.filter((id) => id !== upload.id));
  };

  return (
    <Labelled props={props}>
      {(id) => (
        <>
          <input
            id={id}
            type="file"
            multiple
            onChange={(event) => void add([...(event.target.files ?? [])])}
          />
          <ul className="uploads" aria-live="polite">
            {uploads.map((upload, index) => (
              <li key={`${upload.name} ${index}`}>
                {upload.name} · {say(words[upload.state])} {upload.reason}{" "}
                {upload.state !== "uploading" && (
                  <button type="button" className="plain" onClick={() => remove(upload)}>
                    {say(words.remove)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Labelled>
  );
}
