import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import type { PlantedFault } from "./fault.ts";
import { plantedFaults } from "./faults.ts";

const root = new URL("../../../", import.meta.url);

/** The file of a fault with the fault in it. Throws RangeError if its text does not stand there exactly once. */
export function withFault({ name, file, find, put }: PlantedFault): string {
  const source = readFileSync(new URL(file, root), "utf8");
  const parts = source.split(find);
  if (find === "" || parts.length !== 2)
    throw new RangeError(`${name}: its text stands ${parts.length - 1} times in ${file}`);
  return parts.join(put);
}

/** Puts a fault into the product as this process loads it: production code has no switch for it. Throws RangeError. */
export function plant(name: string): void {
  const fault = plantedFaults.find((one) => one.name === name);
  if (fault === undefined) throw new RangeError(`no planted fault ${name}`);
  const source = withFault(fault);
  const path = fileURLToPath(new URL(fault.file, root));
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      return url.startsWith("file:") && fileURLToPath(url) === path ? { ...loaded, source } : loaded;
    },
  });
}
