/** What a table's CloudFormation properties say about keys, indexes and expiry. */
export interface TableDefinition {
  readonly hash: string;
  readonly range: string | undefined;
  readonly indexes: readonly IndexDefinition[];
  readonly expiry: string | undefined;
}

export interface IndexDefinition {
  readonly name: string;
  readonly hash: string;
  readonly range: string | undefined;
  /** Attributes beside the keys; "all" for a full copy. */
  readonly carries: readonly string[] | "all";
}

interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: string;
}

interface Properties {
  readonly KeySchema: readonly KeyElement[];
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: readonly KeyElement[];
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: boolean };
}

function keyOf(elements: readonly KeyElement[]) {
  const named = (type: string) => elements.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { hash: named("HASH") ?? "", range: named("RANGE") };
}

/** Reads the properties of AWS::DynamoDB::Table. */
export function definitionOf(properties: Record<string, unknown>): TableDefinition {
  const {
    KeySchema,
    GlobalSecondaryIndexes = [],
    TimeToLiveSpecification,
  } = properties as unknown as Properties;
  return {
    ...keyOf(KeySchema),
    indexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({
      name: IndexName,
      ...keyOf(keys),
      carries: Projection.ProjectionType === "ALL" ? "all" : (Projection.NonKeyAttributes ?? []),
    })),
    expiry: TimeToLiveSpecification?.Enabled === true ? TimeToLiveSpecification.AttributeName : undefined,
  };
}
