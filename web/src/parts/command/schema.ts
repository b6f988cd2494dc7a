/** As much of JSON schema as the bodies of commands use. */
export interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly default?: unknown;
  readonly description?: string;
}

/** The body of a command, made from the API's contract (npm run openapi). Loaded with the first form. */
export async function commandSchema(command: string): Promise<FieldSchema> {
  const { default: all } = await import("../../api/command-schemas.json");
  const schemas: Readonly<Record<string, FieldSchema>> = all;
  const schema = schemas[command];
  if (schema === undefined) throw new Error(`no command ${command}`);
  return schema;
}

/** What a form holds: texts as typed, everything else as the API wants it. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  | readonly Value[]
  | { readonly [name: string]: Value };
export type Values = { readonly [name: string]: Value };

export function isValues(value: Value): value is Values {
  return typeof value === "object" && !isList(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** What is sent: nothing that was left empty. */
export function filled(values: Values): Values {
  const kept: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    const cleaned = cleanedOf(value);
    if (cleaned !== undefined) kept[name] = cleaned;
  }
  return kept;
}

function cleanedOf(value: Value): Value {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (isList(value)) {
    const entries = value.map(cleanedOf).filter((entry) => entry !== undefined);
    return entries.length === 0 ? undefined : entries;
  }
  if (value !== undefined && isValues(value)) {
    const inner = filled(value);
    return Object.keys(inner).length === 0 ? undefined : inner;
  }
  return value;
}

/** What an act needs of the fields that the schema leaves open: a plan that is written has a text, one agreed a way (D11). */
const neededByAct: Readonly<Record<string, string>> = { write: "text", agree: "via" };

/** Whether the form asks for this field: as the schema says, or because of the act that is chosen. */
export function isRequired({ required = [], properties = {} }: FieldSchema, name: string, values: Values) {
  const act = values["act"] ?? properties["act"]?.default;
  return required.includes(name) || (typeof act === "string" && neededByAct[act] === name);
}

/** D2: a plan is written with its text and nodes, approved as it stands, and agreed with the customer in some way. */
const partsOfPlan: Readonly<Record<string, string>> = { text: "write", nodes: "write", via: "agree" };

/** Whether the act that is chosen has to do with this field; what it has not is neither shown nor sent. */
export function belongsToAct({ properties = {} }: FieldSchema, name: string, values: Values): boolean {
  const { act } = properties;
  const isPlan = act?.enum?.includes("agree") === true;
  const of = partsOfPlan[name];
  return !isPlan || of === undefined || of === (values["act"] ?? act.default);
}

/** What is sent of a form: what belongs to its act, nothing that was left empty. */
export function sentOf(schema: FieldSchema, values: Values): Values {
  const ofAct = Object.entries(values).filter(([name]) => belongsToAct(schema, name, values));
  return filled(Object.fromEntries(ofAct));
}
