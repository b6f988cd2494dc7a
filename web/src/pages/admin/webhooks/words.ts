import type { WebhookKind } from "../../../../../lib/domain/webhooks/kinds.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";

/** What a system may ask to be told of. */
export const kindWords: Readonly<Record<WebhookKind, Words>> = {
  "complaint.registered": { zh: "登记", en: "registered" },
  "complaint.assigned": { zh: "派单", en: "assigned" },
  "complaint.accepted": { zh: "接单", en: "accepted" },
  "complaint.classified": { zh: "分类定级", en: "classified" },
  "complaint.urged": { zh: "催办", en: "urged" },
  "complaint.replied": { zh: "答复", en: "replied" },
  "complaint.escalated": { zh: "督办升级", en: "escalated" },
  "complaint.resolved": { zh: "办结", en: "resolved" },
  "complaint.followed-up": { zh: "回访", en: "followed up" },
  "complaint.closed": { zh: "关闭", en: "closed" },
  "complaint.reopened": { zh: "返单", en: "reopened" },
  "complaint.left": { zh: "撤诉或转出", en: "withdrawn or referred" },
  "group.proposed": { zh: "群体：提出", en: "group: proposed" },
  "group.confirmed": { zh: "群体：成立", en: "group: confirmed" },
  "group.joined": { zh: "群体：加入", en: "group: joined" },
  "group.left": { zh: "群体：退出", en: "group: left" },
  "group.escalated": { zh: "群体：督办升级", en: "group: escalated" },
  "group.resolved": { zh: "群体：办结", en: "group: resolved" },
  "group.closed": { zh: "群体：关闭", en: "group: closed" },
  "group.dissolved": { zh: "群体：解散", en: "group: dissolved" },
  "emergency.registered": { zh: "突发事件：登记", en: "emergency: registered" },
  "emergency.reported": { zh: "突发事件：报告", en: "emergency: reported" },
  "emergency.overdue": { zh: "突发事件：报告超时", en: "emergency: report overdue" },
  "submission.confirmed": { zh: "月报：报送", en: "submission: confirmed" },
  "submission.overdue": { zh: "月报：超期未报", en: "submission: overdue" },
  "submission.contested": { zh: "月报：申诉", en: "submission: case contested" },
  "submission.ruled": { zh: "月报：申诉裁定", en: "submission: case ruled on" },
};

/** What one was told. */
export const toldWords: Readonly<Record<string, Words>> = { ...kindWords, ping: { zh: "测试", en: "trial" } };

export const words = {
  new: { zh: "新订阅", en: "A new subscription" },
  none: {
    zh: "还没有系统订阅。",
    en: "No system is told of anything yet.",
  },
  id: { zh: "代号（不可改，如 data-platform）", en: "Id (never changes, such as data-platform)" },
  name: { zh: "名称", en: "Name" },
  url: { zh: "推送地址（https）", en: "Address (https)" },
  kinds: { zh: "推送哪些事", en: "What it is told of" },
  projects: { zh: "哪些项目（不选为全部）", en: "Of which projects (none chosen: every one)" },
  every: { zh: "全部项目", en: "every project" },
  paused: { zh: "暂停推送", en: "Paused" },
  save: { zh: "保存", en: "Save" },
  change: { zh: "修改", en: "Change" },
  secret: { zh: "更换签名密钥", en: "A new signing secret" },
  ping: { zh: "发送测试", en: "Send a trial" },
  deliveries: { zh: "推送记录", en: "Deliveries" },
  failedOnly: { zh: "只看失败的", en: "Failed ones only" },
  noDeliveries: { zh: "没有推送记录", en: "Nothing yet" },
  more: { zh: "更早的", en: "Earlier ones" },
  replay: { zh: "重新推送", en: "Send again" },
  payload: { zh: "内容", en: "Content" },
  attempts: { zh: "次", en: "attempts" },
  planned: { zh: "待发送", en: "planned" },
  claimed: { zh: "发送中", en: "being sent" },
  delivered: { zh: "已送达", en: "delivered" },
  failed: { zh: "失败", en: "failed" },
};
