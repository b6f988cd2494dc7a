import { useQuery } from "@tanstack/react-query";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { fieldLabel } from "../../words/fields.ts";
import { useSay } from "../../words/words.ts";
import { useNaming } from "./naming.ts";
import { type JustGiven, justGivenKey } from "./refresh.ts";
import { valueWords } from "./value-words.ts";

interface JustGivenProps {
  readonly complaintId: string;
  readonly projectId: string;
  /** The version that the history shown below tells of; what it tells is not said twice. */
  readonly toldUpTo: number;
}

/** What one has just given and the server has taken, until the history that tells of it has come. */
export function JustGivenEntry({ complaintId, projectId, toldUpTo }: JustGivenProps) {
  const say = useSay();
  const naming = useNaming(projectId);
  const { data } = useQuery<JustGiven>({ queryKey: justGivenKey(complaintId), enabled: false });
  if (data === undefined || data.version <= toldUpTo) return undefined;
  const texts = Object.entries(data.values).filter(([field]) => field !== "attachments");
  return (
    <li className="event">
      <div>✓ {say.label(commandWords[data.command])}</div>
      {texts.map(([field, value]) => (
        <p className="text" key={field}>
          {texts.length > 1 && <small>{say.label(fieldLabel(field))}：</small>}
          {valueWords([field], value, naming)}
        </p>
      ))}
    </li>
  );
}
