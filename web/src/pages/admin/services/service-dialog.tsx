import { useState } from "react";
import { Dialog } from "../../../parts/dialog.tsx";
import { useProjects } from "../../../parts/directory.ts";
import { useSay } from "../../../words/words.ts";
import { SelectBox, TextBox } from "../parts/fields.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { SavingForm } from "../parts/saving-form.tsx";
import { bodyOf, type ServiceField, serviceForms, startOf } from "./forms.ts";
import type { Service } from "./query.ts";
import { serviceWords, words } from "./words.ts";

interface Props {
  readonly service: Service;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Everything that a service needs; what is secret is typed anew each time and kept by no draft. */
export function ServiceDialog({ service: { service, shown }, onSaved, onClose }: Props) {
  const say = useSay();
  const send = useSendBody();
  const fields = serviceForms[service];
  const [values, setValues] = useState(() => startOf(fields, shown));
  const saving = useSaving(() => send("PUT", `/services/${service}`, bodyOf(fields, values)), ["services"]);
  return (
    <Dialog title={say(serviceWords[service].name)} onClose={onClose}>
      <SavingForm saving={saving} submit={say(words.save)} onTaken={onSaved}>
        <div className="pair">
          {fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              value={values[field.name] ?? ""}
              set={(value) => setValues({ ...values, [field.name]: value })}
            />
          ))}
        </div>
        <p>
          <small>{say(words.secretHint)}</small>
        </p>
      </SavingForm>
    </Dialog>
  );
}

interface OneFieldProps {
  readonly field: ServiceField;
  readonly value: string;
  readonly set: (value: string) => void;
}

const types = { text: "text", number: "number", secret: "password", url: "url", project: "text" } as const;

function OneField({ field, value, set }: OneFieldProps) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const { name, label, kind, optional = false, choices } = field;
  const told = { label: say(label), path: name, optional, value, set };
  if (kind === "project") {
    return (
      <SelectBox
        {...told}
        empty="…"
        choices={projects.map((project) => ({ value: project.id, label: project.name }))}
      />
    );
  }
  if (choices !== undefined) {
    return (
      <SelectBox
        {...told}
        choices={Object.entries(choices).map(([one, said]) => ({ value: one, label: say(said) }))}
      />
    );
  }
  return <TextBox {...told} type={types[kind]} />;
}
