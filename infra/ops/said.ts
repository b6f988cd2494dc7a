/** Names and codes by which AWS, its SDK and the network tell what is in the way, and what to do about it. */
const known: readonly { readonly of: RegExp; readonly zh: string; readonly en: string }[] = [
  {
    of: /^Region is missing$/,
    zh: "没有设置地区：export AWS_REGION=…",
    en: "no region is set: export AWS_REGION=…",
  },
  {
    of: /^(CredentialsProviderError|TokenProviderError)$/,
    zh: "没有 AWS 凭据：先登录，或设置 AWS_PROFILE",
    en: "no AWS credentials: sign in first, or set AWS_PROFILE",
  },
  {
    of: /^(ExpiredToken(Exception)?|RequestExpired|UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch)$/,
    zh: "AWS 凭据无效或已过期：重新登录；本地云重新启动过的，重新取变量（/_local/env）",
    en: "the AWS credentials are not valid or have expired: sign in again; after a new start of the local cloud fetch the variables again (/_local/env)",
  },
  {
    of: /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError)$/,
    zh: "登录的身份没有这项权限",
    en: "whoever is signed in has no right to this",
  },
  {
    of: /^(ResourceNotFoundException|NoSuchBucket|QueueDoesNotExist|AWS\.SimpleQueueService\.NonExistentQueue)$/,
    zh: "没有这个表、桶或队列：检查名称、AWS_PROFILE 和 AWS_REGION",
    en: "there is no such table, bucket or queue: look at its name, AWS_PROFILE and AWS_REGION",
  },
  {
    of: /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|TimeoutError)$/,
    zh: "连不上：检查网络和 AWS_REGION；对着本地云时，它在运行吗，地址（AWS_ENDPOINT_URL）还是它的吗",
    en: "cannot be reached: look at the network and AWS_REGION; for the local cloud, is it running, and is AWS_ENDPOINT_URL still its address",
  },
];

/** What is in the way, in a sentence for people with the service's own words behind it; undefined for what is a fault of ours. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const names = [error.name, error.message, "code" in error ? String(error.code) : ""];
  const found = known.find(({ of }) => names.some((name) => of.test(name)));
  if (found !== undefined) {
    const said = error.message === "" || found.of.test(error.message) ? "" : ` (${error.message})`;
    return `${found.zh} · ${found.en}${said}`;
  }
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  return causes.map(sentenceOf).find((sentence) => sentence !== undefined);
}
