import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Property, PropertyType, Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { Loose } from "./support.ts";

type Properties = Readonly<Record<string, Property>>;

/** What CloudFormation itself knows of its resource types (AWS's published schemas, as the CDK's own L1s are made of). */
export class Specification {
  readonly #db: SpecDatabase = loadAwsServiceSpecSync();

  #resource(type: string): Resource | undefined {
    return this.#db.lookup("resource", "cloudFormationType", "equals", type)[0];
  }

  /** Properties that the type does not have, and those it needs and that are missing, as paths. */
  faultsOf(type: string, properties: Loose): readonly string[] {
    const resource = this.#resource(type);
    if (resource === undefined) return [`${type} is no type of CloudFormation`];
    return this.#compare(resource.properties, properties, type);
  }

  #compare(known: Properties, given: Loose, path: string): readonly string[] {
    const missing = Object.entries(known).flatMap(([name, { required }]) =>
      required === true && !(name in given) ? [`${path}.${name} is missing`] : [],
    );
    const others = Object.entries(given).flatMap(([name, value]) => {
      const property = known[name];
      if (property === undefined) return [`${path}.${name} is not known`];
      return this.#inside(property.type, value, `${path}.${name}`);
    });
    return [...missing, ...others];
  }

  #inside(type: PropertyType, value: unknown, path: string): readonly string[] {
    if (typeof value !== "object" || value === null || isIntrinsic(value)) return [];
    switch (type.type) {
      case "array":
        return Array.isArray(value)
          ? value.flatMap((one, index) => this.#inside(type.element, one, `${path}.${index}`))
          : [`${path} is no list`];
      case "ref": {
        if (Array.isArray(value)) return [`${path} is a list`];
        const { properties } = this.#db.get("typeDefinition", type.reference.$ref);
        return this.#compare(properties, value, path);
      }
      default:
        return [];
    }
  }
}

/** `{Ref: …}`, `{"Fn::Join": …}`: what becomes of it only CloudFormation knows. */
function isIntrinsic(value: object): boolean {
  const [key, ...more] = Object.keys(value);
  return more.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"));
}
