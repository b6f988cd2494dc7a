import type { ProblemText } from "./text.ts";

/** Refusals about the request itself, whatever it asks for. */
export const requestProblems = {
  "bad-json": {
    status: 400,
    title: { zh: "请求内容不是有效的 JSON", en: "The body is not valid JSON" },
    detail: {
      zh: "请求内容必须是 UTF-8 编码的 JSON。",
      en: "The body must be JSON in UTF-8.",
    },
  },
  "bad-form": {
    status: 400,
    title: { zh: "表单没有传完整", en: "The form did not arrive whole" },
    detail: {
      zh: "表单内容不完整，可能是网络中断。请返回上一页再提交一次，您填写的内容还在。",
      en: "The form arrived broken; the network may have failed. Go back and send it again: what you typed is still there.",
    },
  },
  "idempotency-key-required": {
    status: 400,
    title: { zh: "缺少 Idempotency-Key", en: "Idempotency-Key is missing" },
    detail: {
      zh: "请在请求头 Idempotency-Key 中给出一个不重复的标识（1–200 个可见字符），重发时沿用同一个，系统只执行一次。",
      en: "Send the header Idempotency-Key with a unique value (1–200 visible characters); sent again with the same one, the command is carried out once.",
    },
  },
  unauthenticated: {
    status: 401,
    title: { zh: "未登录或凭证无效", en: "Not signed in" },
    detail: {
      zh: "请提供有效的凭证：渠道系统用 x-api-key，员工用 Authorization: Bearer。凭证缺失、无效或已过期。",
      en: "A valid credential is needed: x-api-key for channel systems, Authorization: Bearer for staff. It is missing, invalid or expired.",
    },
  },
  "session-ended": {
    status: 401,
    title: { zh: "登录已结束", en: "The session has ended" },
    detail: {
      zh: "您的登录已被结束或已满 30 天，请重新登录。",
      en: "Your session was ended, or has lasted for 30 days. Please sign in again.",
    },
  },
  "sign-in-again": {
    status: 403,
    title: { zh: "请重新登录后再操作", en: "Sign in again first" },
    detail: {
      zh: "此操作须在登录后 15 分钟内进行，请重新登录后再提交；输入的内容都在。",
      en: "This needs a sign-in of the last 15 minutes. Please sign in again and send it once more; what you typed is kept.",
    },
  },
  "unknown-user": {
    status: 403,
    title: { zh: "没有这个员工", en: "Not a member of staff" },
    detail: {
      zh: "登录有效，但系统中没有登记此人，请联系管理员。",
      en: "The sign-in is valid, but the person is not registered here; ask an administrator.",
    },
  },
  forbidden: {
    status: 403,
    title: { zh: "没有权限", en: "Not permitted" },
    detail: {
      zh: "您的岗位不能进行此操作。",
      en: "Your post may not do this.",
    },
  },
  "address-not-allowed": {
    status: 403,
    title: { zh: "不接受来自此网络地址的请求", en: "Not from this network address" },
    detail: {
      zh: "此渠道系统只能从登记过的网络地址调用，本次来自 {address}。",
      en: "This channel system may call from its registered network addresses only; this came from {address}.",
    },
  },
  "bad-signature": {
    status: 401,
    title: { zh: "签名缺失、不符或已过期", en: "The signature is missing, wrong or too old" },
    detail: {
      zh: "此渠道系统的请求须带 x-timestamp（秒，与服务器时间相差不超过五分钟）和 x-signature（v1=十六进制 HMAC-SHA-256），写法见 docs/channels.md。",
      en: "Requests of this channel system carry x-timestamp (seconds, within five minutes of the server's time) and x-signature (v1= and a hexadecimal HMAC-SHA-256); docs/channels.md shows how.",
    },
  },
  "too-many-requests": {
    status: 429,
    title: { zh: "请求过于频繁", en: "Too many requests" },
    detail: {
      zh: "此密钥每分钟最多 {limit} 次请求，请稍后原样重发，不会重复登记。",
      en: "This key takes {limit} requests a minute; send the same again later, nothing is registered twice.",
    },
  },
  "channel-not-allowed": {
    status: 403,
    title: { zh: "密钥不能用于此渠道", en: "The key is not valid for this channel" },
    detail: {
      zh: "此渠道密钥不能用于渠道 {channel}。",
      en: "This channel key may not be used for the channel {channel}.",
    },
  },
  "project-not-allowed": {
    status: 403,
    title: { zh: "密钥不能用于此项目", en: "The key is not valid for this project" },
    detail: {
      zh: "此渠道密钥不能为该项目登记投诉。",
      en: "This channel key may not register complaints for the project.",
    },
  },
  "unknown-route": {
    status: 404,
    title: { zh: "没有这个地址", en: "No such address" },
    detail: {
      zh: "{method} {path} 不存在，全部接口见 /openapi.json。",
      en: "{method} {path} does not exist; /openapi.json lists everything.",
    },
  },
  "unknown-channel": {
    status: 404,
    title: { zh: "没有这个渠道", en: "No such channel" },
    detail: {
      zh: "渠道 {channel} 不存在，可用：{known}。",
      en: "There is no channel {channel}; there are: {known}.",
    },
  },
  "unknown-command": {
    status: 404,
    title: { zh: "没有这个操作", en: "No such command" },
    detail: {
      zh: "操作 {command} 不存在，可用：{known}。",
      en: "There is no command {command}; there are: {known}.",
    },
  },
  "unknown-job": {
    status: 404,
    title: { zh: "没有这个任务", en: "No such job" },
    detail: { zh: "没有找到这个任务。", en: "There is no such job." },
  },
  "not-found": {
    status: 404,
    title: { zh: "没有这条记录", en: "No such record" },
    detail: { zh: "没有找到这条记录。", en: "There is no such record." },
  },
  "left-already": {
    status: 409,
    title: { zh: "已经发出", en: "Left already" },
    detail: {
      zh: "这条内容已经发出，不能撤销；可以再给客户补充一条。",
      en: "It has left and cannot be called back; you may tell the customer more.",
    },
  },
  "key-reused": {
    status: 409,
    title: { zh: "Idempotency-Key 已用于另一个请求", en: "Idempotency-Key used for another request" },
    detail: {
      zh: "该 Idempotency-Key 已用于内容不同的请求，请换一个新的。",
      en: "This Idempotency-Key was used for a request with other content; take a new one.",
    },
  },
  busy: {
    status: 409,
    title: { zh: "投诉正在被频繁更新", en: "Too many changes at once" },
    detail: {
      zh: "该投诉同时有太多更新，请稍后用同一个 Idempotency-Key 重试。",
      en: "Too many changes of this complaint at once; try again with the same Idempotency-Key.",
    },
  },
  "too-large": {
    status: 413,
    title: { zh: "请求内容过大", en: "The body is too large" },
    detail: {
      zh: "请求内容不能超过 {limit} KB。",
      en: "The body may have at most {limit} KB.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: { zh: "不支持的内容类型", en: "Unsupported media type" },
    detail: {
      zh: "请使用 Content-Type: application/json(UTF-8)。",
      en: "Use Content-Type: application/json (UTF-8).",
    },
  },
  "invalid-request": {
    status: 422,
    title: { zh: "请求内容不符合要求", en: "The request is not acceptable" },
    detail: {
      zh: "{count} 处不符合要求：{first}",
      en: "{count} problem(s) in the request: {first}",
    },
  },
  internal: {
    status: 500,
    title: { zh: "系统出错", en: "Internal error" },
    detail: {
      zh: "系统出错，请稍后重试；如仍不行，请提供编号 {traceId}。",
      en: "Something went wrong on our side; try again later and quote {traceId} if it persists.",
    },
  },
  "identity-unavailable": {
    status: 503,
    title: { zh: "登录服务暂时不可用", en: "The sign-in service is unavailable" },
    detail: {
      zh: "暂时无法核对登录凭证，请稍后重试。",
      en: "The token cannot be checked at the moment; try again later.",
    },
  },
} as const satisfies Record<string, ProblemText>;
