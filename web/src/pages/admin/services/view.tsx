import { useState } from "react";
import type { TestedWay } from "../../../../../lib/domain/services/terms.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { AdminPage } from "../parts/frame.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { serviceForms } from "./forms.ts";
import { type Service, useServices } from "./query.ts";
import { ServiceDialog } from "./service-dialog.tsx";
import { Trial } from "./trial.tsx";
import { serviceWords, words } from "./words.ts";

/** How messages go out and mails come in: set up here, tried with a message to oneself. */
export function Page() {
  const say = useSay();
  const { data, error } = useServices();
  const [open, setOpen] = useState<Service>();
  const [saved, setSaved] = useState(false);
  return (
    <AdminPage path="/admin/services">
      {error !== null && <Trouble error={error} />}
      {saved && (
        <p className="note good" role="status">
          {say(words.saved)}
        </p>
      )}
      {data === undefined && error === null && <p className="waiting">{say(uiWords.loading)}</p>}
      {data?.map((service) => (
        <ServicePanel
          key={service.service}
          service={service}
          onChange={() => {
            setSaved(false);
            setOpen(service);
          }}
        />
      ))}
      {open !== undefined && (
        <ServiceDialog
          service={open}
          onSaved={() => {
            setSaved(true);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </AdminPage>
  );
}

/** By which way a service's test message goes; the others carry none to staff. */
const triedBy: Readonly<Partial<Record<Service["service"], TestedWay>>> = {
  wecom: "wecom",
  sms: "sms",
  smtp: "email",
};

function ServicePanel({ service, onChange }: { readonly service: Service; readonly onChange: () => void }) {
  const say = useSay();
  const send = useSendBody();
  const { name, about } = serviceWords[service.service];
  const removal = useSaving(() => send("POST", `/services/${service.service}/remove`, {}), ["services"]);
  const way = triedBy[service.service];
  // Mail goes by SES where no server is set up.
  const isTried = way === "email" || (way !== undefined && service.isSet);
  return (
    <section className="panel" aria-label={say(name)}>
      <h2>
        {say(name)}{" "}
        <span className={service.isSet ? "chip good" : "chip"}>
          {say(service.isSet ? words.set : words.notSet)}
        </span>
      </h2>
      <p>{say(about)}</p>
      {service.isSet && service.isOn === false && <p className="note soon">{say(words.off)}</p>}
      {service.isSet && <Shown service={service} />}
      {removal.error !== undefined && <Trouble error={removal.error} />}
      <div className="row-buttons">
        <button type="button" onClick={onChange}>
          {say(words.change)}
        </button>
        {isTried && way !== undefined && <Trial way={way} />}
        {service.isSet && (
          <button
            type="button"
            className="plain"
            disabled={removal.busy}
            onClick={() => {
              if (confirm(say(words.confirm))) void removal.run();
            }}
          >
            {say(words.remove)}
          </button>
        )}
      </div>
    </section>
  );
}

/** What is not secret of it. */
function Shown({ service: { service, shown, changedAt } }: { readonly service: Service }) {
  const say = useSay();
  if (shown === undefined) return <p>{say(words.byCommand)}</p>;
  const fields = serviceForms[service].filter(({ name }) => shown[name] !== undefined);
  return (
    <dl className="facts">
      {fields.map(({ name, label, choices }) => {
        const value = String(shown[name]);
        const said = choices?.[value];
        return (
          <div className="fact" key={name}>
            <dt>{say(label)}</dt>
            <dd>{said === undefined ? value : say(said)}</dd>
          </div>
        );
      })}
      {changedAt !== undefined && (
        <div className="fact">
          <dt>{say(words.changed)}</dt>
          <dd>
            <At instant={changedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}
