import type { components } from "./schema.ts";

export type ProblemBody = components["schemas"]["Problem"];

/** The server refused: it says why in the reader's language, and for which field. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nothing came back: the network is lost, or the server is; what was sent may have arrived. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** An answer that is no problem of ours: of a gateway in between, say. */
export class Unexpected extends Error {
  override readonly name = "Unexpected";
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

export function isProblemBody(value: unknown): value is ProblemBody {
  return (
    typeof value === "object" && value !== null && "code" in value && "detail" in value && "status" in value
  );
}
