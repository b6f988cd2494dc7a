import { useNavigate } from "react-router";
import type { Project } from "../../parts/directory.ts";
import type { Row } from "../../parts/open-complaints/row.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { DialogName } from "./bar.tsx";
import { BulkDialog } from "./bulk.tsx";
import type { Filters } from "./filters.ts";
import { Help } from "./help.tsx";
import { Palette, type PaletteEntry } from "./palette.tsx";
import { viewNames, viewWords } from "./views.ts";

interface DialogsProps {
  readonly shown: DialogName | undefined;
  readonly show: (dialog: DialogName | undefined) => void;
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
  readonly chosen: readonly Row[];
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
  readonly choose: (id: string) => void;
  readonly filters: Filters;
}

/** The window over the list, if one is open. */
export function Dialogs(props: DialogsProps) {
  const { shown, show, project, chosen, single, setSingle } = props;
  const entries = useEntries(props);
  const close = () => show(undefined);
  switch (shown) {
    case undefined:
      return undefined;
    case "help":
      return <Help single={single} setSingle={setSingle} onClose={close} />;
    case "palette":
      return <Palette entries={entries} onClose={close} />;
    case "assign":
    case "classify":
      return project === undefined ? undefined : (
        <BulkDialog
          command={shown}
          rows={chosen}
          projectId={project.id}
          timeZone={project.timeZone}
          onClose={close}
        />
      );
  }
}

/** Every place and act of the list by its name. */
function useEntries({ filters, show, projects, choose }: DialogsProps): readonly PaletteEntry[] {
  const say = useSay();
  const navigate = useNavigate();
  return [
    ...viewNames.map((name) => ({
      label: `${say(uiWords.inbox)}：${say.label(viewWords[name])}`,
      run: () => filters.setView(name),
    })),
    { label: say(uiWords.register), run: () => void navigate("/new") },
    { label: say(uiWords.mine), run: () => void navigate("/mine") },
    { label: say(uiWords.help), run: () => show("help") },
    ...projects.map(({ id, name }) => ({ label: name, run: () => choose(id) })),
  ];
}
