import type { SynthesizedStack } from "./assembly.ts";
import { isObject, type Json, type JsonObject, TemplateError } from "./json.ts";
import { pseudoParameter } from "./pseudo-parameters.ts";
import {
  type DeploymentEnvironment,
  physicalName,
  type ResourceType,
  resourceTypes,
} from "./resource-types.ts";

/** A resource that exists in this stage, its properties resolved. */
export interface ResolvedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly ref: string;
  readonly attribute: (name: string) => string;
  readonly properties: JsonObject;
}

const noValue = Symbol("AWS::NoValue");
type Resolved = Json | typeof noValue;

/** Resolves the intrinsics of a set of stacks; exports of one stack are imports of another. */
export class TemplateResolver {
  readonly #stacks: ReadonlyMap<string, SynthesizedStack>;
  readonly #environment: DeploymentEnvironment;
  readonly #exports = new Map<string, { stack: string; value: Json }>();

  constructor(stacks: readonly SynthesizedStack[], environment: DeploymentEnvironment) {
    this.#stacks = new Map(stacks.map((stack) => [stack.name, stack]));
    this.#environment = environment;
    for (const stack of stacks) {
      for (const output of Object.values(stack.template.Outputs)) {
        if (output.Export === undefined || !this.#holds(stack.name, output.Condition)) continue;
        const name = this.#text(stack.name, output.Export.Name, "Export.Name");
        this.#exports.set(name, { stack: stack.name, value: output.Value });
      }
    }
  }

  /** Resources of one type over all stacks, in template order. Throws TemplateError where a value cannot be known. */
  resources(type: string): ResolvedResource[] {
    const found: ResolvedResource[] = [];
    for (const stack of this.#stacks.values()) {
      for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
        if (resource.Type !== type || !this.#holds(stack.name, resource.Condition)) continue;
        const properties = this.resolve(stack.name, resource.Properties);
        if (!isObject(properties)) throw new TemplateError(`${stack.name}.${logicalId}: properties vanish`);
        found.push({
          stack: stack.name,
          logicalId,
          type,
          name: this.#nameOf(stack.name, logicalId, this.#typeOf(stack.name, logicalId)),
          ref: this.#ref(stack.name, logicalId),
          attribute: (name) => this.#attribute(stack.name, logicalId, name),
          properties,
        });
      }
    }
    return found;
  }

  /** Types that occur, each with the reason why the host does not run it (undefined: it does, null: unknown type). */
  census(): ReadonlyMap<string, string | undefined | null> {
    const types = new Map<string, string | undefined | null>();
    for (const stack of this.#stacks.values()) {
      for (const { Type } of Object.values(stack.template.Resources)) {
        const known = resourceTypes[Type];
        types.set(Type, known === undefined ? null : known.ignored);
      }
    }
    return types;
  }

  /** Any value of a stack's template with its intrinsics resolved; `AWS::NoValue` at the top is null. */
  resolve(stack: string, value: Json): Json {
    const resolved = this.#resolve(stack, value);
    return resolved === noValue ? null : resolved;
  }

  #stack(name: string): SynthesizedStack {
    const stack = this.#stacks.get(name);
    if (stack === undefined) throw new TemplateError(`unknown stack ${name}`);
    return stack;
  }

  #resolve(stack: string, value: Json): Resolved {
    if (Array.isArray(value)) {
      return value.map((item: Json) => this.#resolve(stack, item)).filter((item) => item !== noValue);
    }
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    const [only] = keys;
    if (keys.length === 1 && only !== undefined && (only === "Ref" || only.startsWith("Fn::"))) {
      return this.#intrinsic(stack, only, value[only] ?? null);
    }
    const entries: [string, Json][] = [];
    for (const [key, item] of Object.entries(value)) {
      const resolved = this.#resolve(stack, item);
      if (resolved !== noValue) entries.push([key, resolved]);
    }
    return Object.fromEntries(entries);
  }

  #intrinsic(stack: string, name: string, argument: Json): Resolved {
    switch (name) {
      case "Ref":
        return this.#reference(stack, this.#text(stack, argument, "Ref"));
      case "Fn::GetAtt": {
        const parts =
          typeof argument === "string" ? splitOnce(argument, ".") : this.#texts(stack, argument, name);
        return this.#attribute(stack, parts[0] ?? "", parts[1] ?? "");
      }
      case "Fn::Join": {
        const [separator, list] = this.#pair(argument, name);
        return this.#texts(stack, list, name).join(this.#text(stack, separator, name));
      }
      case "Fn::Sub":
        return this.#substitute(stack, argument);
      case "Fn::Select": {
        const [index, list] = this.#pair(argument, name);
        const items = this.#resolve(stack, list);
        const item = Array.isArray(items) ? items[Number(this.#text(stack, index, name))] : undefined;
        if (item === undefined) throw new TemplateError(`${stack}: Fn::Select outside its list`);
        return item;
      }
      case "Fn::Split": {
        const [separator, text] = this.#pair(argument, name);
        return this.#text(stack, text, name).split(this.#text(stack, separator, name));
      }
      case "Fn::ImportValue": {
        const key = this.#text(stack, argument, name);
        const found = this.#exports.get(key);
        if (found === undefined) throw new TemplateError(`${stack}: no stack exports ${key}`);
        return this.#resolve(found.stack, found.value);
      }
      case "Fn::If": {
        const [condition, yes, no] = Array.isArray(argument) ? argument : [];
        if (typeof condition !== "string" || yes === undefined || no === undefined) {
          throw new TemplateError(`${stack}: Fn::If needs a condition and two values`);
        }
        return this.#resolve(stack, this.#holds(stack, condition) ? yes : no);
      }
      case "Fn::FindInMap": {
        const [map, first, second] = this.#texts(stack, argument, name);
        const found = this.#stack(stack).template.Mappings[map ?? ""]?.[first ?? ""]?.[second ?? ""];
        if (found === undefined)
          throw new TemplateError(`${stack}: Fn::FindInMap ${map}/${first}/${second} is not there`);
        return found;
      }
      case "Fn::GetAZs":
        return ["a", "b"].map((zone) => `${this.#environment.region}${zone}`);
      case "Fn::Equals":
      case "Fn::And":
      case "Fn::Or":
      case "Fn::Not":
        return this.#condition(stack, { [name]: argument });
      default:
        throw new TemplateError(`${stack}: the intrinsic ${name} is not supported by the local cloud`);
    }
  }

  #reference(stack: string, id: string): Resolved {
    if (id === "AWS::NoValue") return noValue;
    const pseudo = pseudoParameter(id, stack, this.#environment);
    if (pseudo !== undefined) return pseudo;
    const parameter = this.#stack(stack).template.Parameters[id];
    if (parameter === undefined) return this.#ref(stack, id);
    if (parameter.Default === undefined) throw new TemplateError(`${stack}: parameter ${id} has no default`);
    return parameter.Default;
  }

  #typeOf(stack: string, logicalId: string): ResourceType {
    const resource = this.#stack(stack).template.Resources[logicalId];
    if (resource === undefined) throw new TemplateError(`${stack}: nothing is called ${logicalId}`);
    const type = resourceTypes[resource.Type];
    if (type === undefined) {
      throw new TemplateError(
        `${stack}.${logicalId}: the local cloud does not know ${resource.Type}, but a used value depends on it`,
      );
    }
    return type;
  }

  #nameOf(stack: string, logicalId: string, type: ResourceType): string {
    const given =
      type.nameProperty === undefined ? undefined : this.#property(stack, logicalId, type.nameProperty);
    return given ?? physicalName(type, stack, logicalId);
  }

  #property(stack: string, logicalId: string, property: string): string | undefined {
    const value = this.#stack(stack).template.Resources[logicalId]?.Properties[property];
    return value === undefined ? undefined : this.#text(stack, value, `${logicalId}.${property}`);
  }

  #physical(stack: string, logicalId: string, type: ResourceType) {
    return {
      name: this.#nameOf(stack, logicalId, type),
      environment: this.#environment,
      property: (property: string) => this.#property(stack, logicalId, property),
    };
  }

  #ref(stack: string, logicalId: string): string {
    const type = this.#typeOf(stack, logicalId);
    return type.ref(this.#physical(stack, logicalId, type));
  }

  #attribute(stack: string, logicalId: string, attribute: string): string {
    const type = this.#typeOf(stack, logicalId);
    const value = type.attributes[attribute];
    if (value === undefined)
      throw new TemplateError(`${stack}: Fn::GetAtt ${logicalId}.${attribute} is not known locally`);
    return value(this.#physical(stack, logicalId, type));
  }

  #substitute(stack: string, argument: Json): string {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
    if (typeof pattern !== "string") throw new TemplateError(`${stack}: Fn::Sub needs a string`);
    return pattern.replaceAll(/\$\{(!?)([^}]+)\}/g, (_whole: string, literal: string, key: string) => {
      if (literal === "!") return `\${${key}}`;
      const own = isObject(variables) ? variables[key] : undefined;
      if (own !== undefined) return this.#text(stack, own, "Fn::Sub");
      const [id = "", attribute] = splitOnce(key, ".");
      return this.#text(
        stack,
        attribute === undefined ? { Ref: id } : { "Fn::GetAtt": [id, attribute] },
        "Fn::Sub",
      );
    });
  }

  #holds(stack: string, condition: string | undefined): boolean {
    if (condition === undefined) return true;
    const definition = this.#stack(stack).template.Conditions[condition];
    if (definition === undefined) throw new TemplateError(`${stack}: no condition ${condition}`);
    return this.#condition(stack, definition);
  }

  #condition(stack: string, definition: Json): boolean {
    if (!isObject(definition)) throw new TemplateError(`${stack}: a condition must be an object`);
    const [[name, argument] = ["", null]] = Object.entries(definition);
    const list = Array.isArray(argument) ? argument : [];
    switch (name) {
      case "Condition":
        return this.#holds(stack, this.#text(stack, argument, name));
      case "Fn::Equals": {
        const [left, right] = this.#texts(stack, list, name);
        return left === right;
      }
      case "Fn::And":
        return list.every((item: Json) => this.#condition(stack, item));
      case "Fn::Or":
        return list.some((item: Json) => this.#condition(stack, item));
      case "Fn::Not":
        return !list.every((item: Json) => this.#condition(stack, item));
      default:
        throw new TemplateError(`${stack}: the condition function ${name} is not supported`);
    }
  }

  #pair(argument: Json, where: string): [Json, Json] {
    const [first, second] = Array.isArray(argument) ? argument : [];
    if (first === undefined || second === undefined) throw new TemplateError(`${where} needs two arguments`);
    return [first, second];
  }

  #texts(stack: string, value: Json, where: string): string[] {
    const list = this.#resolve(stack, value);
    if (!Array.isArray(list)) throw new TemplateError(`${stack}: ${where} needs a list`);
    return list.map((item: Json) => this.#text(stack, item, where));
  }

  #text(stack: string, value: Json, where: string): string {
    const resolved = this.#resolve(stack, value);
    if (typeof resolved === "string") return resolved;
    if (typeof resolved === "number" || typeof resolved === "boolean") return String(resolved);
    throw new TemplateError(`${stack}: ${where} is not a text`);
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
