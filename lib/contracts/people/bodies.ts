import * as z from "zod";
import { languages } from "../../domain/organisation/language.ts";
import { posts } from "../../domain/organisation/organisation.ts";
import { email, id, line } from "../core/text.ts";

const date = z.iso.date();

const absence = z
  .strictObject({ from: date, to: date, substituteId: id.exactOptional() })
  .refine(({ from, to }) => from <= to, "结束早于开始 · ends before it begins")
  .meta({ description: "Local dates, both included" });

export const assignment = z
  .strictObject({
    post: z.enum(posts),
    projectId: id.exactOptional(),
    departmentId: id.exactOptional(),
    region: line(60).exactOptional(),
  })
  .refine(
    ({ post, projectId, region }) =>
      post === "headquarters"
        ? projectId === undefined && region === undefined
        : (projectId === undefined) !== (region === undefined),
    "总部岗位不带项目和区域，其他岗位须有项目或区域之一 · headquarters has neither project nor region, every other post one of them",
  );

/** A person as `people.json` and `PUT /people` say it. */
export const personFacts = {
  id,
  name: line(100),
  email,
  phone: line(30).exactOptional(),
  wecomId: line(100).exactOptional(),
  language: z.enum(languages).exactOptional().meta({ description: "Stands first in messages" }),
  assignments: z.array(assignment).min(1).max(50),
  absences: z.array(absence).max(100).exactOptional(),
  substitutes: z.array(id).max(10).exactOptional(),
  leavesOn: date.exactOptional().meta({ description: "The last day at work" }),
};

/** `PUT /people`: one person as a whole. */
export const personBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for somebody new" }),
    ...personFacts,
  })
  .meta({ id: "PersonEntry" });

export const peopleQuery = z.strictObject({ projectId: id.exactOptional() });

/** `POST /people/{id}/handover`: `confirm: false` only looks, `true` starts it. */
export const handoverBody = z
  .strictObject({
    to: id.meta({ description: "Who takes over" }),
    leavesOn: date
      .exactOptional()
      .meta({ description: "The last day at work; else the one entered, else today" }),
    confirm: z.boolean(),
  })
  .meta({ id: "Handover" });
