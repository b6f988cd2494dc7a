import { container } from "../lib/adapters/container.ts";
import { alarmMessage } from "../lib/adapters/lambda/messages.ts";
import { queueConsumer } from "../lib/adapters/lambda/queue-consumer.ts";
import { fireAlarm } from "../lib/app/alarm.ts";

export const handler = queueConsumer(container("alarm"), alarmMessage, fireAlarm);
