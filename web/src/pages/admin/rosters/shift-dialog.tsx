import { useState } from "react";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { type Project, usePeople } from "../../../parts/directory.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox } from "../parts/fields.tsx";
import type { Shift } from "./model.ts";

const words = {
  person: { zh: "值班人员", en: "On duty" },
  take: { zh: "采用", en: "Take over" },
};

interface ShiftDialogProps {
  readonly shift: Shift;
  readonly project: Project;
  readonly onChange: (personId: string) => void;
  readonly onClose: () => void;
}

/** Who takes a shift instead. */
export function ShiftDialog({ shift, project, onChange, onClose }: ShiftDialogProps) {
  const say = useSay();
  const { data: people = [] } = usePeople(project.id);
  const [personId, setPersonId] = useState(shift.personId);
  const title = `${shift.date} ${shift.from}–${shift.to} · ${say(wordsFor(postWords, shift.post))}`;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (personId !== shift.personId) onChange(personId);
          onClose();
        }}
      >
        <SelectBox
          label={say(words.person)}
          value={personId}
          set={setPersonId}
          choices={people.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        />
        <button type="submit">{say(words.take)}</button>
      </form>
    </Dialog>
  );
}
