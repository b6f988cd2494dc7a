import fc from "fast-check";

/*
 * What chance decides in a property is decided by one seed, so that the same commit passes or fails the same way for everybody, and a
 * red gate means a change. Other inputs are looked for on purpose: `npm run properties`, or `JIESU_SEED=17 npm test`.
 */

const seed = Number(process.env["JIESU_SEED"] ?? 1);
if (!Number.isSafeInteger(seed)) throw new Error("JIESU_SEED: a whole number");
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
