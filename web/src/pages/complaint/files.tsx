import { useSay } from "../../words/words.ts";
import type { Complaint } from "./query.ts";

const kilobyte = 1024;

/** Files of the complaint. */
export function Files({ complaint: { attachments } }: { readonly complaint: Complaint }) {
  const say = useSay();
  if (attachments.length === 0) return undefined;
  return (
    <>
      <h2>{say({ zh: "附件", en: "Files" })}</h2>
      <ul className="files">
        {attachments.map(({ id, name, contentType, size }) => (
          <li key={id}>
            {name ?? contentType} <small>{Math.ceil(size / kilobyte)} KB</small>
          </li>
        ))}
      </ul>
    </>
  );
}
