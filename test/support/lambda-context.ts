import type { Context } from "aws-lambda";

/** What Lambda hands to a function beside its event. */
export const context: Context = {
  awsRequestId: "1",
  functionName: "desk",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:ap-southeast-1:000000000000:function:desk",
  memoryLimitInMB: "256",
  logGroupName: "/aws/lambda/desk",
  logStreamName: "local",
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => 1000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
