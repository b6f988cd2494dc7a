declare global {
  /** What early.ts has asked for, by path, each to be taken once. */
  var jiesuAsked: Map<string, Promise<Response>> | undefined;
}

/** The answer to what was asked for before the application was there; undefined where it was not. Rejects as fetch does. */
export function takeAsked(path: string): Promise<Response> | undefined {
  const answer = globalThis.jiesuAsked?.get(path);
  globalThis.jiesuAsked?.delete(path);
  return answer;
}
