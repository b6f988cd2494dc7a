import * as z from "zod";

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

/**
 * What the engine needs of AWS::DynamoDB::Table. Encryption, backups, deletion protection and tags mean nothing
 * locally. Time to live is left out on purpose: the engine would go by the real clock, and items of a virtual past
 * would vanish; AWS too only promises to remove expired items within days.
 */
const properties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) }),
  ),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]) })
    .optional(),
});

export type TableProperties = z.infer<typeof properties>;

/** Reads CloudFormation properties of a table. Throws ZodError. */
export function readTableProperties(raw: unknown): TableProperties {
  return properties.parse(raw);
}

/** Input of CreateTable; always on demand. */
export function createTableInput(name: string, table: TableProperties) {
  const { StreamSpecification, ...rest } = table;
  return {
    TableName: name,
    ...rest,
    BillingMode: "PAY_PER_REQUEST",
    ...(StreamSpecification === undefined
      ? {}
      : { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
  };
}
