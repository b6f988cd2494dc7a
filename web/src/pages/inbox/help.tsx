import { Dialog } from "../../parts/dialog.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";

const lines = [
  { key: "J / K", words: { zh: "下一件 / 上一件", en: "next / previous" } },
  { key: "Enter", words: { zh: "打开", en: "open" } },
  { key: "X", words: { zh: "选中", en: "select" } },
  { key: "A", words: { zh: "指派", en: "assign" } },
  { key: "R", words: { zh: "回复", en: "reply" } },
  { key: "C", words: { zh: "分类", en: "classify" } },
  { key: "/", words: { zh: "查找；回车到第一件", en: "find; Enter goes to the first" } },
  { key: "Ctrl+K", words: { zh: "命令（可输拼音首字母）", en: "commands" } },
  { key: "?", words: { zh: "本帮助", en: "this help" } },
  { key: "Ctrl+Enter", words: { zh: "提交表单", en: "submit a form" } },
  { key: "Esc", words: { zh: "关闭", en: "close" } },
];

interface HelpProps {
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
  readonly onClose: () => void;
}

export function Help({ single, setSingle, onClose }: HelpProps) {
  const say = useSay();
  return (
    <Dialog title={say(uiWords.help)} onClose={onClose}>
      <dl className="facts">
        {lines.map(({ key, words }) => (
          <div className="fact" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} />
        {say({ zh: "启用单键快捷键", en: "Single keys are on" })}
      </label>
    </Dialog>
  );
}
