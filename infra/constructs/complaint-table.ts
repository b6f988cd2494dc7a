import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  type GlobalSecondaryIndexProps,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { type IndexName, indexNames } from "./foundation.ts";
import { fixLogicalId } from "./logical-id.ts";

/** Key attributes of an index and whether it also carries the fact row. */
interface IndexShape {
  readonly partition: string;
  readonly sort?: string;
  readonly carries: "keys" | "fact";
}

/** Indexes project keys plus the fact row only, never everything: a 20 KB document is written once, not eight times. */
const indexes: Readonly<Record<IndexName, IndexShape>> = {
  byNumber: { partition: "number", carries: "keys" },
  facts: { partition: "factPk", sort: "factSk", carries: "fact" },
  openByProject: { partition: "openPk", sort: "dueSk", carries: "fact" },
  // Empty: written until 0.2.0, and not deleted because a release can be taken back.
  openByCompany: { partition: "openShard", sort: "dueSk", carries: "fact" },
  alarms: { partition: "alarmShard", sort: "alarmSk", carries: "keys" },
  byHousehold: { partition: "householdPk", sort: "householdSk", carries: "keys" },
  byContact: { partition: "contactPk", sort: "receivedAt", carries: "keys" },
  byCode: { partition: "codePk", sort: "codeSk", carries: "keys" },
  byChange: { partition: "changePk", sort: "changeSk", carries: "keys" },
};

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table (docs/access-patterns.md). Its logical id and its index names are fixed for ever. */
export class ComplaintTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: { readonly retain: boolean }) {
    super(scope, id);
    this.table = fixLogicalId(
      new Table(this, "Table", {
        partitionKey: text("pk"),
        sortKey: text("sk"),
        billingMode: BillingMode.PAY_PER_REQUEST,
        encryption: TableEncryption.AWS_MANAGED,
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        stream: StreamViewType.KEYS_ONLY,
        timeToLiveAttribute: "expiresAt",
        deletionProtection: props.retain,
        removalPolicy: props.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      }),
      "ComplaintTable",
    );
    for (const name of indexNames) this.table.addGlobalSecondaryIndex(indexProps(name, indexes[name]));
  }
}

function indexProps(indexName: IndexName, shape: IndexShape): GlobalSecondaryIndexProps {
  return {
    indexName,
    partitionKey: text(shape.partition),
    ...(shape.sort === undefined ? {} : { sortKey: text(shape.sort) }),
    ...(shape.carries === "fact"
      ? { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ["fact"] }
      : { projectionType: ProjectionType.KEYS_ONLY }),
  };
}
