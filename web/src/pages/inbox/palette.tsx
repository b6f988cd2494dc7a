import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "../../parts/dialog.tsx";
import { useSay } from "../../words/words.ts";

export interface PaletteEntry {
  readonly label: string;
  readonly run: () => void;
}

interface PaletteProps {
  readonly entries: readonly PaletteEntry[];
  readonly onClose: () => void;
}

const words = {
  title: { zh: "命令", en: "Commands" },
  type: { zh: "输入名称或拼音首字母", en: "Type a name" },
};

/** Every place and act by its name; Chinese ones by the first letters of their pinyin too. */
export function Palette({ entries, onClose }: PaletteProps) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  // The table of pinyin is large and comes only with the palette.
  const initials = useQuery({
    queryKey: ["pinyin", entries.map(({ label }) => label)],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { pinyin } = await import("pinyin-pro");
      return entries.map(({ label }) =>
        pinyin(label, { pattern: "first", toneType: "none", type: "array" })
          .join("")
          .toLowerCase()
          .replaceAll(/[^a-z0-9]/g, ""),
      );
    },
  });
  const wanted = typed.trim().toLowerCase();
  const shown = entries.filter(
    ({ label }, index) =>
      label.toLowerCase().includes(wanted) || (initials.data?.[index] ?? "").includes(wanted),
  );
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  return (
    <Dialog title={say(words.title)} onClose={onClose}>
      <input
        type="text"
        aria-label={say(words.type)}
        placeholder={say(words.type)}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
          if (step !== 0) {
            event.preventDefault();
            setAt(Math.min(Math.max(at + step, 0), shown.length - 1));
          }
          if (event.key === "Enter") run(shown[at]);
        }}
      />
      <ul className="palette">
        {shown.map((entry, index) => (
          <li key={entry.label}>
            <button type="button" className="plain" aria-current={index === at} onClick={() => run(entry)}>
              {entry.label}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
