import { useState } from "react";
import { useSay } from "../../../words/words.ts";

const words = {
  title: { zh: "新密钥", en: "The new key" },
  once: {
    zh: "只显示这一次，离开后无法再看。请现在交给系统管理员，不要用邮件或聊天发送。",
    en: "Shown this once and never again. Hand it to the system's administrator now, not by mail or chat.",
  },
  signing: {
    zh: "签名密钥（用来计算 x-signature，随此密钥失效）",
    en: "Signing secret (for x-signature; it ends with this key)",
  },
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  seen: { zh: "已保存好，隐藏", en: "It is kept; hide it" },
};

interface SecretProps {
  readonly system: string;
  readonly secret: string;
  readonly signingSecret?: string;
  readonly onSeen: () => void;
}

/** A key's secret, once. */
export function Secret({ system, secret, signingSecret, onSeen }: SecretProps) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <section className="panel" role="status" aria-label={say(words.title)}>
      <h2>
        {say(words.title)} · {system}
      </h2>
      <p className="note soon">{say(words.once)}</p>
      <p>
        <code className="secret">{secret}</code>
      </p>
      {signingSecret !== undefined && (
        <p>
          {say(words.signing)}
          <br />
          <code className="secret">{signingSecret}</code>
        </p>
      )}
      <div className="row-buttons">
        <button
          type="button"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {say(copied ? words.copied : words.copy)}
        </button>
        <button type="button" className="plain" onClick={onSeen}>
          {say(words.seen)}
        </button>
      </div>
    </section>
  );
}
