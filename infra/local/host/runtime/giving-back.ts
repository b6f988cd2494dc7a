import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back what this thread no longer needs once it has had nothing to do for so many real milliseconds. V8 grows a heap to
 * twice of what lives in it before it looks, and then rests with it. Returns what to call after each piece of work.
 */
export function givingBack(idleMs: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    if (timer !== undefined) {
      timer.refresh();
      return;
    }
    timer = setTimeout(collect, idleMs);
    timer.unref();
  };
}

/** Node has the collector for whoever asks V8 for it by a flag; a new context is where it then shows. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  // In this flavour it also gives the pages back to the system.
  if (typeof gc === "function") gc({ type: "major", execution: "sync", flavor: "last-resort" });
}
