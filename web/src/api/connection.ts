/** Whether the server answers. What somebody has typed does not depend on it. */
class Connection {
  readonly #listeners = new Set<() => void>();
  #isLost = false;

  get isLost(): boolean {
    return this.#isLost;
  }

  /** No answer came, or one of a gateway that reaches nobody. */
  lost(): void {
    this.#set(true);
  }

  /** The server has answered. */
  found(): void {
    this.#set(false);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #set(isLost: boolean): void {
    if (this.#isLost === isLost) return;
    this.#isLost = isLost;
    for (const listener of this.#listeners) listener();
  }
}

/** Of this page. */
export const connection = new Connection();

/** Answers of a gateway behind which nobody is. */
const ofGateways: ReadonlySet<number> = new Set([502, 503, 504]);

export function learnConnection(status: number): void {
  if (ofGateways.has(status)) connection.lost();
  else connection.found();
}
