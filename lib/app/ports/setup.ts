import type { SetupCode } from "../../domain/setup/code.ts";

export interface SetupCodeStore {
  /** The newest code; whatever was before is no longer good. */
  put(code: SetupCode): Promise<void>;
  find(): Promise<SetupCode | undefined>;
  /** Marks the code of this hash as used by a person, unless another has used it; false if so. */
  use(hash: string, personId: string): Promise<boolean>;
}
