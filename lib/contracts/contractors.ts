import * as z from "zod";
import { email, id, line } from "./text.ts";

const contractor = {
  id,
  name: line(100),
  trades: z.array(line(40)).min(1).max(20).meta({ description: "电梯维保, 绿化, 保洁 …" }),
  contact: z.strictObject({ name: line(100), phone: line(30).exactOptional(), email: email.exactOptional() }),
  contractUntil: z.iso.date().meta({ description: "The last day of the contract" }),
};

/** `PUT /contractors`: one contractor as a whole. */
export const contractorBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for a new one" }),
    ...contractor,
  })
  .meta({ id: "ContractorEntry" });

export const contractorList = z
  .strictObject({ items: z.array(z.strictObject({ ...contractor, version: z.int() })) })
  .meta({ id: "Contractors" });

export const contractorPut = z
  .strictObject({ id: z.string(), version: z.int() })
  .meta({ id: "ContractorPut" });

const department = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    parentId: z.string().exactOptional(),
    contractorId: z.string().exactOptional(),
    get departments() {
      return z.array(department);
    },
  })
  .meta({ id: "Department" });

/** `GET /departments`: 公司 → 区域 → 项目 → 部门, as far as somebody reaches. */
export const departmentTree = z
  .strictObject({
    company: z.string(),
    regions: z.array(
      z.strictObject({
        name: z.string(),
        projects: z.array(
          z.strictObject({ id: z.string(), name: z.string(), departments: z.array(department) }),
        ),
      }),
    ),
  })
  .meta({ id: "DepartmentTree" });
