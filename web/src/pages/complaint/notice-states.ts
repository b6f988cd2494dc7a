/** What became of a message. */
export const noticeStateWords = {
  planned: { zh: "待发", en: "to be sent" },
  claimed: { zh: "发送中", en: "being sent" },
  handedOver: { zh: "已发出", en: "sent" },
  unneeded: { zh: "不再需要", en: "no longer needed" },
  failed: { zh: "未送达", en: "failed" },
};
