import type { ProblemText } from "./text.ts";

/** Refusals about people, projects, contractors, keys and rules. */
export const organisationProblems = {
  "effective-in-past": {
    status: 422,
    title: { zh: "生效时间已过", en: "Effective in the past" },
    detail: {
      zh: "政策只能从现在或以后生效，不能追溯。",
      en: "A policy takes effect now or later, never in the past.",
    },
  },
  "set-up-already": {
    status: 409,
    title: { zh: "公司已设置", en: "Set up already" },
    detail: {
      zh: "公司已经设置完成；新人员由总部在“人员”页面添加。",
      en: "The company is set up already; headquarters add people on the page for people.",
    },
  },
  "setup-code-refused": {
    status: 403,
    title: { zh: "代码无效", en: "The code is not good" },
    detail: {
      zh: "代码不对、已过期或已被他人使用。请运维重新生成：npm run ops -- setup-code。",
      en: "The code is wrong, expired, or was used by somebody else. Have another one made: npm run ops -- setup-code.",
    },
  },
  "bad-webhook-address": {
    status: 422,
    title: { zh: "地址不能使用", en: "This address cannot be used" },
    detail: {
      zh: "推送地址必须以 https:// 开头，不含用户名和密码，并在公网上。",
      en: "The address has to begin with https://, hold no credentials, and be on the public internet.",
    },
  },
  "no-own-address": {
    status: 422,
    title: { zh: "没有可用的本人地址", en: "No address of your own" },
    detail: {
      zh: "您的人员资料里没有这种方式的地址（手机号或企业微信账号），请先在“人员”页面补上。",
      en: "Your entry among the people has no address for this way (mobile number or WeCom account); add it there first.",
    },
  },
  "too-many-webhooks": {
    status: 409,
    title: { zh: "推送订阅过多", en: "Too many subscriptions" },
    detail: {
      zh: "最多 50 个推送订阅，请先修改已有的。",
      en: "There may be at most 50 subscriptions; change one of those there are.",
    },
  },
  "unknown-scope": {
    status: 422,
    title: { zh: "没有这个适用范围", en: "Unknown scope" },
    detail: {
      zh: "没有项目属于这个范围；可用 company、region:区域、city:城市 或 project:项目编号。",
      en: "No project belongs to this scope; use company, region:NAME, city:NAME or project:ID.",
    },
  },
  "unknown-project": {
    status: 422,
    title: { zh: "没有这个项目", en: "No such project" },
    detail: {
      zh: "项目编号不存在。",
      en: "There is no project with this id.",
    },
  },
  "unknown-department": {
    status: 422,
    title: { zh: "没有这个部门", en: "No such department" },
    detail: {
      zh: "该项目没有这个部门。",
      en: "The project has no such department.",
    },
  },
  "unknown-person": {
    status: 422,
    title: { zh: "没有这个人员", en: "No such person" },
    detail: {
      zh: "没有这个人员，或其岗位不在该项目。",
      en: "There is no such person, or none with a post at this project.",
    },
  },
  "no-successor": {
    status: 422,
    title: { zh: "不能由此人接手", en: "This person cannot take over" },
    detail: {
      zh: "接手人须为他人、在职，且在移交事项所属的每个项目有岗位（含将移交的岗位）。",
      en: "The successor has to be somebody else who has not left, with a post (or one that is handed over) at every project concerned.",
    },
  },
  "roster-changed": {
    status: 409,
    title: { zh: "值班表刚被他人更新", en: "The roster has just changed" },
    detail: {
      zh: "有人同时导入了这个月的值班表，请查看后再导入。",
      en: "Somebody put in a roster for this month at the same moment; look at it and send yours again.",
    },
  },
  "organisation-changed": {
    status: 409,
    title: { zh: "资料已被他人更新", en: "The entry has changed" },
    detail: {
      zh: "您看到的资料已过时，请刷新后再修改。",
      en: "What you saw is no longer current; reload the entry and change it again.",
    },
  },
  "department-in-use": {
    status: 409,
    title: { zh: "部门仍有人员", en: "People work in the department" },
    detail: {
      zh: "仍有人员任职于要删除的部门，请先调整其岗位。",
      en: "Somebody still has a post in a department that would be gone; change the post first.",
    },
  },
  "mailbox-taken": {
    status: 409,
    title: { zh: "投诉邮箱已被使用", en: "The mailbox is taken" },
    detail: {
      zh: "这个投诉邮箱已属于另一个项目。",
      en: "The mailbox belongs to another project.",
    },
  },
  "unknown-contractor": {
    status: 422,
    title: { zh: "没有这个承包商", en: "No such contractor" },
    detail: { zh: "没有登记这个承包商，请先录入。", en: "There is no such contractor; enter it first." },
  },
  "contract-ended": {
    status: 422,
    title: { zh: "承包合同已到期", en: "The contract has ended" },
    detail: {
      zh: "承担该部门工作的外包单位合同已到期，不能再指派，请改派其他部门或更新合同期限。",
      en: "The contract of the company that does this department's work has ended; choose another department or renew it.",
    },
  },
  "too-many-keys": {
    status: 409,
    title: { zh: "有效密钥过多", en: "Too many keys in force" },
    detail: {
      zh: "这个系统的有效密钥已达上限，请先停用旧密钥，或将重叠时间设为 0。",
      en: "The system has as many keys in force as it may have; revoke one first, or rotate without overlap.",
    },
  },
  "reserved-system": {
    status: 422,
    title: { zh: "系统名称已被占用", en: "The name of the system is taken" },
    detail: {
      zh: "这个名称由平台自己的入口使用，请换一个系统名称。",
      en: "The name belongs to one of the desk's own entrances; choose another one.",
    },
  },
} as const satisfies Record<string, ProblemText>;
