/** The fields of T that may be undefined, made optional; the others as they are. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The object without the fields whose value is undefined: what nobody said is absent from stored documents, from the
 * wire and from what is hashed. `{ via, ...defined({ grade }) }` adds a grade only where there is one.
 */
export function defined<const T extends object>(fields: T): Defined<T>;
export function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The object without these fields. */
export function omit<T extends object, K extends keyof T>(fields: T, ...names: readonly K[]): Omit<T, K>;
export function omit(fields: object, ...names: readonly PropertyKey[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
