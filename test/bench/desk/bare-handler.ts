/** What a function with a table's client alone takes to load: the measure for the others. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});

export const handler = async (): Promise<object> => client.config;
