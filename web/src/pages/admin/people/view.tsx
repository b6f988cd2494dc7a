import { useState } from "react";
import { useSearchParams } from "react-router";
import { postWords } from "../../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { useProjects } from "../../../parts/directory.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { AdminPage } from "../parts/frame.tsx";
import { companyZone } from "../parts/zone.ts";
import { isAbsent, type Person } from "./model.ts";
import { PersonPanel } from "./panel.tsx";
import { words } from "./words.ts";

const isNew = "+";

/** Who works for us: posts, absences, substitutes, and the handover of a leaver's work. */
export function Page() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState("");
  const { people, error, isPending } = useEverybody();
  const chosen = search.get("person") ?? undefined;
  const choose = (id: string) => setSearch({ person: id });
  const found = people.filter((person) => textOf(person).includes(typed.trim().toLowerCase()));
  return (
    <AdminPage path="/admin/people">
      <div className="tools">
        <input
          type="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="button" onClick={() => choose(isNew)}>
          ＋ {say(words.new)}
        </button>
      </div>
      {error !== null && <Trouble error={error} />}
      <div className="sides">
        <section className="panel tall" aria-label={say(words.people)}>
          {!isPending && found.length === 0 && <p>{say(words.nobody)}</p>}
          {found.map((person) => (
            <PersonButton key={person.id} person={person} chosen={person.id === chosen} choose={choose} />
          ))}
        </section>
        {chosen === undefined ? (
          <p className="panel">{say(words.pick)}</p>
        ) : (
          <PersonPanel key={chosen} id={chosen === isNew ? undefined : chosen} onNamed={choose} />
        )}
      </div>
    </AdminPage>
  );
}

function textOf({ id, name, email, assignments }: Person): string {
  const posts = assignments.map(({ post }) => `${postWords[post].zh} ${postWords[post].en}`);
  return [id, name, email, ...posts].join(" ").toLowerCase();
}

interface PersonButtonProps {
  readonly person: Person;
  readonly chosen: boolean;
  readonly choose: (id: string) => void;
}

function PersonButton({ person, chosen, choose }: PersonButtonProps) {
  const say = useSay();
  const today = localDateOf(useNow(), companyZone);
  const { data: projects = [] } = useProjects();
  const nameOf = (projectId: string | undefined) => projects.find(({ id }) => id === projectId)?.name;
  const posts = person.assignments.map(({ post, projectId, region }) =>
    [say.label(wordsFor(postWords, post)), nameOf(projectId) ?? region]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  return (
    <button type="button" className="plain pick" aria-pressed={chosen} onClick={() => choose(person.id)}>
      <strong>{person.name}</strong>{" "}
      {isAbsent(person, today) && <span className="chip soon">{say(words.absent)}</span>}{" "}
      {person.leavesOn !== undefined && (
        <span className="chip">
          {say(words.leaving)} {person.leavesOn}
        </span>
      )}
      <br />
      <small>{posts.join(" · ")}</small>
    </button>
  );
}
