import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateScheduleCommand } from "@aws-sdk/client-scheduler";
import { SendEmailCommand } from "@aws-sdk/client-sesv2";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { startServices } from "../../../../infra/local/services/index.ts";
import { clientsFor, minute, monday } from "./cloud.ts";

/** Writes without end and says each acknowledged round; its parent kills it in the middle. */
const directory = process.argv[2] ?? "";
const services = await startServices({ directory, port: 0, startAt: monday });
const { sqs, scheduler, s3, ses, dynamodb } = clientsFor(services);
services.queues.define({
  name: "work",
  arn: "arn:aws:sqs:ap-southeast-1:000000000000:work",
  delaySeconds: 0,
  visibilityTimeoutSeconds: 60,
  retentionSeconds: 3600,
});
services.objects.defineBucket({ name: "files", notifications: [] });
await services.tables.define("rounds", {
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
});
for (let round = 0; ; round += 1) {
  const name = `r${round}`;
  services.clock.set(services.clock.now() + minute);
  await sqs.send(
    new SendMessageCommand({ QueueUrl: `${services.endpoint}/000000000000/work`, MessageBody: name }),
  );
  await scheduler.send(
    new CreateScheduleCommand({
      Name: name,
      ScheduleExpression: "at(2030-01-01T00:00:00)",
      FlexibleTimeWindow: { Mode: "OFF" },
      Target: { Arn: "arn:aws:sqs:::work", RoleArn: "arn:aws:iam::000000000000:role/s" },
    }),
  );
  await s3.send(new PutObjectCommand({ Bucket: "files", Key: name, Body: name }));
  await dynamodb.send(new PutItemCommand({ TableName: "rounds", Item: { pk: { S: name } } }));
  await ses.send(
    new SendEmailCommand({
      Content: {
        Raw: { Data: Buffer.from(`From: a@b.example\r\nTo: c@d.example\r\nSubject: ${name}\r\n\r\nx`) },
      },
    }),
  );
  process.stdout.write(`${services.clock.now()}\n`);
}
