import { Refused } from "../../../api/problem.ts";
import { Trouble } from "../../../parts/refusal.tsx";

/** What the server said, each contradiction with where it lies. */
export function Contradictions({ error }: { readonly error: unknown }) {
  const errors = error instanceof Refused ? (error.problem.errors ?? []) : [];
  return (
    <>
      <Trouble error={error} />
      <ul>
        {errors.map(({ path, message }) => (
          <li key={path}>
            {message} <small>{path}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
