import { useState } from "react";
import { Trouble } from "../../parts/refusal.tsx";
import { useSay } from "../../words/words.ts";
import { type EditionFile, useDownload } from "./query.ts";

const words = {
  company: { zh: "公司文件", en: "The company's files" },
  projects: { zh: "各项目文件", en: "Files of the projects" },
  find: { zh: "查找项目", en: "Find a project" },
  name: { zh: "文件", en: "File" },
  size: { zh: "大小", en: "Size" },
  sum: { zh: "校验码 SHA-256", en: "Checksum SHA-256" },
  copy: { zh: "复制校验码", en: "Copy the checksum" },
  copied: { zh: "已复制", en: "Copied" },
  more: { zh: "还有 {n} 个项目，请输入名称查找。", en: "{n} more projects: type a name to find one." },
};

/** More than these are found by name. */
const mostProjects = 30;

interface FileListProps {
  readonly month: string;
  readonly files: readonly EditionFile[];
  readonly nameOf: (projectId: string) => string;
}

/** The company's files, then each project's. */
export function FileList({ month, files, nameOf }: FileListProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const company = files.filter(({ projectId }) => projectId === undefined);
  const projects = [...new Set(files.flatMap(({ projectId }) => projectId ?? []))];
  const matching = projects.filter((id) => nameOf(id).toLowerCase().includes(typed.trim().toLowerCase()));
  const shown = new Set(matching.slice(0, mostProjects));
  return (
    <>
      {company.length > 0 && <FileTable month={month} files={company} caption={say(words.company)} />}
      {projects.length > 0 && (
        <>
          <FileTable
            month={month}
            files={files.filter(({ projectId }) => projectId !== undefined && shown.has(projectId))}
            caption={`${say(words.projects)} ${projects.length}`}
          >
            {projects.length > 6 && (
              <input
                type="search"
                value={typed}
                placeholder={say(words.find)}
                aria-label={say(words.find)}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </FileTable>
          {matching.length > mostProjects && (
            <p>
              <small>{say(words.more).replace("{n}", String(matching.length - mostProjects))}</small>
            </p>
          )}
        </>
      )}
    </>
  );
}

interface FileTableProps {
  readonly month: string;
  readonly files: readonly EditionFile[];
  readonly caption: string;
  readonly children?: React.ReactNode;
}

function FileTable({ month, files, caption, children }: FileTableProps) {
  const say = useSay();
  const download = useDownload(month);
  const [error, setError] = useState<unknown>();
  const open = (name: string) => {
    setError(undefined);
    download(name).catch(setError);
  };
  return (
    <>
      <div className="file-head">
        <h3>{caption}</h3>
        {children}
      </div>
      {error !== undefined && <Trouble error={error} />}
      <table className="file-table" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{say(words.name)}</th>
            <th scope="col" className="number">
              {say(words.size)}
            </th>
            <th scope="col">{say(words.sum)}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, title, size, sha256 }) => (
            <tr key={name}>
              <td>
                <button type="button" className="file-open" onClick={() => open(name)}>
                  <span className="file-kind">{name.slice(name.lastIndexOf(".") + 1)}</span>
                  <span>{title.slice(0, title.lastIndexOf("."))}</span>
                </button>
              </td>
              <td className="number">{sizeWords(size)}</td>
              <td>
                <Checksum sum={sha256} of={title} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Beginning and end to compare by eye; the whole is copied. */
function Checksum({ sum, of }: { readonly sum: string; readonly of: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(sum);
    setCopied(true);
  };
  return (
    <button type="button" className="checksum" title={sum} onClick={() => void copy()}>
      <span className="quiet">
        {say(words.copy)} {of}{" "}
      </span>
      <code>
        {sum.slice(0, 8)}…{sum.slice(-8)}
      </code>{" "}
      <small aria-live="polite">{copied ? say(words.copied) : ""}</small>
    </button>
  );
}

const unit = 1024;

/** `12 KB`, `1.4 MB` */
function sizeWords(bytes: number): string {
  if (bytes < unit * unit) return `${Math.max(1, Math.round(bytes / unit))} KB`;
  return `${(bytes / unit / unit).toFixed(1)} MB`;
}
