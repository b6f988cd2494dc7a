import type { ReactNode } from "react";
import { Trouble } from "../../../parts/refusal.tsx";
import { Faults } from "./fields.tsx";
import type { Saving } from "./saving.ts";

interface SavingFormProps {
  readonly saving: Saving<[]>;
  /** What the button says. */
  readonly submit: string;
  /** Whether there is something to send. */
  readonly ready?: boolean;
  /** Once it was taken. */
  readonly onTaken?: () => void;
  readonly children: ReactNode;
}

/** Fields that are sent as one: what the server said stands above them, and at the field that it is about. */
export function SavingForm({ saving, submit, ready = true, onTaken, children }: SavingFormProps) {
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run().then((taken) => taken && onTaken?.());
      }}
    >
      {saving.error !== undefined && <Trouble error={saving.error} />}
      <Faults error={saving.error}>{children}</Faults>
      <button type="submit" disabled={saving.busy || !ready}>
        {submit}
      </button>
    </form>
  );
}
