import { type Ref, useState } from "react";

interface FilePickProps {
  /** What the field asks for, also to those who hear the page. */
  readonly label: string;
  readonly take: (files: FileList) => void;
  readonly id?: string;
  readonly described?: string | undefined;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly input?: Ref<HTMLInputElement>;
}

/** Where files are chosen: the browser's own field speaks the browser's language and not the page's, so it lies unseen over our words. */
export function FilePick({ label, take, id, described, accept, multiple = false, input }: FilePickProps) {
  const [name, setName] = useState<string>();
  return (
    <div className="pick">
      <span aria-hidden="true">{name ?? label}</span>
      <input
        type="file"
        id={id}
        aria-describedby={described}
        ref={input}
        accept={accept}
        multiple={multiple}
        aria-label={label}
        onChange={({ target }) => {
          const { files } = target;
          if (files === null || files.length === 0) return;
          // Several are listed by whoever takes them.
          if (!multiple) setName(files[0]?.name);
          take(files);
          target.value = "";
        }}
      />
    </div>
  );
}
