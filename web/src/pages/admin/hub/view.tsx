import { Link } from "react-router";
import { WaitingMails } from "../../../parts/waiting-mails.tsx";
import { useSay } from "../../../words/words.ts";
import { AdminPage, usePagesOfMine } from "../parts/frame.tsx";

/** Where everything that one may administer begins. */
export function Page() {
  const say = useSay();
  return (
    <AdminPage path="/admin">
      <ul className="hub">
        {usePagesOfMine().map(({ path, name, about }) => (
          <li key={path}>
            <Link to={path}>
              <strong>
                {say(name)}
                {path === "/admin/quarantine" && <WaitingMails />}
              </strong>
              <small>{say(about)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}
