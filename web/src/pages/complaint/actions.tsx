import { commandWords } from "../../../../lib/domain/words/commands.ts";
import type { CommandName } from "../../parts/command/names.ts";
import { lacking } from "../../parts/lacks.ts";
import { fieldLabel } from "../../words/fields.ts";
import { useSay } from "../../words/words.ts";
import { likeliest } from "./likeliest.ts";
import type { Complaint } from "./query.ts";

interface ActionsProps {
  readonly complaint: Complaint;
  readonly allowed: readonly CommandName[];
  readonly onPick: (command: CommandName) => void;
}

const words = {
  actions: { zh: "可做的事", en: "What you may do" },
  more: { zh: "更多操作", en: "More" },
  none: { zh: "现在没有您可做的操作。", en: "There is nothing for you to do now." },
  incomplete: { zh: "待补全", en: "Registration lacks" },
  toClose: { zh: "结案还缺", en: "To close it lacks" },
};

/** Exactly the commands that the API allows this person now; the likeliest first. */
export function Actions({ complaint, allowed, onPick }: ActionsProps) {
  const say = useSay();
  const { first, rest } = likeliest(complaint, allowed);
  const fields = complaint.missing.map((name) => say(fieldLabel(name.replace("location.", "")))).join("、");
  return (
    <section className="panel" aria-label={say(words.actions)}>
      <h2>{say(words.actions)}</h2>
      {allowed.length === 0 && <p>{say(words.none)}</p>}
      <div className="row-buttons">
        {first.map((command, index) => (
          <button
            type="button"
            key={command}
            className={index === 0 ? undefined : "plain"}
            onClick={() => onPick(command)}
          >
            {say.label(commandWords[command])}
          </button>
        ))}
      </div>
      {rest.length > 0 && (
        <details className="more">
          <summary>{say(words.more)}</summary>
          <div className="row-buttons">
            {rest.map((command) => (
              <button type="button" key={command} className="plain" onClick={() => onPick(command)}>
                {say.label(commandWords[command])}
              </button>
            ))}
          </div>
        </details>
      )}
      {complaint.missing.length > 0 && (
        <p className="note soon">
          {say(words.incomplete)}：{fields}
        </p>
      )}
      {complaint.status !== "closed" && complaint.missingToClose.length > 0 && (
        <p className="note">
          {say(words.toClose)}：{lacking(complaint.missingToClose, say)}
        </p>
      )}
    </section>
  );
}
