import type { ClassCode } from "../../lib/domain/classification/classes.ts";

/** What people complain about. `{n}` is a small number, `{b}` a building. */
export interface Matter {
  readonly classCode: ClassCode;
  readonly department: "service" | "engineering" | "order" | "environment";
  readonly text: string;
  readonly safety?: true;
}

const matter = (classCode: ClassCode, department: Matter["department"], text: string): Matter => ({
  classCode,
  department,
  text,
});

/** Complaints (投诉) over every row of D1. */
export const complaintMatters: readonly (readonly [matter: Matter, weight: number])[] = [
  [matter("1.1.5", "engineering", "{b}号楼单元门厅墙砖脱落已有{n}天，报修两次没人来，担心砸到老人孩子。"), 5],
  [matter("1.1.7", "service", "楼上邻居把阳台封出去一米多，属于违章搭建，物业只贴了一张通知就不管了。"), 4],
  [matter("1.1.1", "engineering", "顶楼天花板渗水，下雨天要用{n}个盆接水，请尽快安排防水维修。"), 5],
  [matter("1.2.2", "engineering", "{b}号楼电梯一个月坏了{n}次，每次都说等配件，家里有老人根本下不了楼。"), 9],
  [matter("1.2.6", "engineering", "地下车库照明坏了一排，晚上停车一片漆黑，希望尽快更换。"), 6],
  [matter("1.2.4", "engineering", "高层水压不足，早上洗澡水流很小，已经反映{n}回。"), 5],
  [matter("1.2.11", "engineering", "单元对讲机失灵，快递和客人都上不来，登记后一直没有人联系我。"), 5],
  [matter("1.3.1", "order", "陌生推销人员随便进出小区，门岗不登记也不询问，昨晚还有人敲门。"), 7],
  [matter("1.3.5", "order", "消防通道长期被{n}辆车堵住，打电话给监控室说管不了。"), 6],
  [matter("1.3.7", "order", "保安夜里对讲机声音太大，凌晨{n}点还在楼下喊，全家睡不好。"), 4],
  [matter("1.4.2", "environment", "垃圾桶三天没清，{b}号楼下臭气熏天，苍蝇很多。"), 8],
  [matter("1.4.5", "environment", "楼下餐饮店油烟直排到窗口，物业说联系商家，{n}个星期没有变化。"), 5],
  [matter("1.4.3", "environment", "绿化带草枯了一大片，还有狗粪没人清理，交的物业费花到哪里去了？"), 5],
  [matter("1.5.6", "service", "停车费多扣了{n}个月，去前台要求退款，被告知要等财务，没有下文。"), 8],
  [matter("1.5.1", "service", "前台工作人员态度冷淡，问装修押金什么时候退，说“不知道，你等着”。"), 7],
  [matter("1.5.2", "service", "预约的上门维修没有按时来，白等了{n}个小时，也没有人打电话说明。"), 6],
  [matter("1.6.2", "service", "楼上每天早上六点跳操，沟通{n}次无效，请物业出面协调。"), 6],
  [matter("1.6.1", "service", "邻居在楼道里养了{n}只大型犬，不拴绳，孩子都不敢出门。"), 5],
  [matter("1.7", "engineering", "开发商承诺的儿童乐园到现在还是围挡，物业每次都推给地产。"), 3],
  [matter("1.7.1", "engineering", "交付的入户门锁质量有问题，{n}户都出现同样的卡死现象，要求统一更换。"), 6],
  [matter("1.7.1", "engineering", "厨房烟道止逆阀是坏的，一做饭就串味，属于产品缺陷。"), 5],
  [matter("1.7.2", "engineering", "客厅墙面出现长约{n}米的裂缝，装修公司说是主体问题。"), 8],
  [matter("1.7.2", "engineering", "卫生间防水没做好，漏到楼下，开发商维修{n}次还是漏。"), 7],
  [matter("1.7.3", "service", "小区只有一个出入口，早高峰堵{n}十分钟，规划设计不合理。"), 5],
  [matter("1.7.3", "service", "{b}号楼前的变电箱离窗户太近，当初图纸上没有标。"), 4],
  [matter("1.7.4", "service", "买房时销售承诺送两年物业费，现在说没有这回事，合同附件里写得清清楚楚。"), 6],
  [matter("1.7.4", "service", "宣传册写明绿化率百分之四十，实际一半都是硬化地面，属于虚假宣传。"), 4],
  [matter("1.7.5", "service", "交房两年房产证还没有下来，客服电话永远打不通。"), 6],
];

/** Personal or property safety (D6: act at once). */
export const safetyMatters: readonly Matter[] = [
  {
    ...matter("1.2.1", "engineering", "{b}号楼电梯困人，里面有{n}个人，其中有小孩，请马上来人！"),
    safety: true,
  },
  { ...matter("1.2.5", "engineering", "一层配电箱漏电，邻居碰到被电了一下，赶紧断电处理！"), safety: true },
  { ...matter("1.1.2", "engineering", "外墙瓷砖大面积松动，刚才掉下来一块，差点砸到人。"), safety: true },
  { ...matter("1.3.6", "order", "地下车库有浓烟，疑似电动车起火，快来！"), safety: true },
  { ...matter("1.2", "engineering", "楼道燃气味很重，不敢开灯，请立即派人。"), safety: true },
];

/** Opinions, repairs and help: registered and answered, but no tasks of D1. */
export const opinionMatters: readonly Matter[] = [
  matter("1.5.12", "service", "建议在{b}号楼旁加装两个快递柜，现在取件要排队。"),
  matter("1.4.7", "environment", "建议中心花园的音乐晚上九点以后关掉。"),
  matter("1.5.5", "service", "想咨询一下明年物业费的缴纳方式和优惠。"),
];
export const repairMatters: readonly Matter[] = [
  matter("1.2.11", "engineering", "家里可视对讲没有声音，麻烦派师傅来看看。"),
  matter("1.2.3", "engineering", "入户水表前的阀门滴水，需要更换。"),
  matter("1.1.5", "engineering", "单元门闭门器坏了，关门声音特别大，请维修。"),
];
