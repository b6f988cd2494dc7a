/**
 * Puts the virtual clock behind `Date` in this realm: `Date.now()`, `new Date()` and `Date()` read the shared
 * instant (one BigInt64 of epoch milliseconds); everything else stays the built-in Date.
 */
export function installVirtualDate(shared: SharedArrayBuffer): void {
  const cell = new BigInt64Array(shared);
  const now = () => Number(Atomics.load(cell, 0));
  const BuiltinDate = globalThis.Date;
  const VirtualDate = new Proxy(BuiltinDate, {
    construct: (target, args: unknown[], newTarget) => {
      const created: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
      return Object(created);
    },
    apply: () => new BuiltinDate(now()).toString(),
    get: (target, property, receiver) => {
      if (property === "now") return now;
      const value: unknown = Reflect.get(target, property, receiver);
      return value;
    },
  });
  // `new date.constructor()` would otherwise lead back to the real time.
  BuiltinDate.prototype.constructor = VirtualDate;
  globalThis.Date = VirtualDate;
}
