import * as z from "zod";
import { languages } from "../domain/organisation/language.ts";
import { posts } from "../domain/organisation/organisation.ts";
import { email, id, line, month, sentInstant } from "./text.ts";

const date = z.iso.date();

const absence = z
  .strictObject({ from: date, to: date, substituteId: id.exactOptional() })
  .refine(({ from, to }) => from <= to, "结束早于开始 · ends before it begins")
  .meta({ description: "Local dates, both included" });

const assignment = z
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

const sentPerson = z.strictObject(personFacts).meta({ id: "Person" });

export const peopleView = z.strictObject({ items: z.array(sentPerson) }).meta({ id: "People" });

export const personView = z
  .strictObject({
    person: sentPerson,
    version: z.int(),
    changes: z.array(
      z.strictObject({ version: z.int(), at: sentInstant, by: z.string(), person: sentPerson }),
    ),
  })
  .meta({ id: "PersonWithChanges" });

export const personPut = z.strictObject({ id: z.string(), version: z.int() }).meta({ id: "PersonPut" });

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

export const handoverPreview = z
  .strictObject({
    leavesOn: z.string(),
    complaints: z.strictObject({
      count: z.int(),
      listed: z
        .array(z.strictObject({ id: z.string(), number: z.string(), projectId: z.string() }))
        .meta({ description: "The first hundred" }),
    }),
    groups: z.array(z.string()).meta({ description: "Open groups (群体) that the leaver handles" }),
    shifts: z.array(z.strictObject({ projectId: z.string(), month, count: z.int() })),
    posts: z.array(assignment),
    substituteOf: z.array(z.string()).meta({ description: "People who name the leaver as a substitute" }),
  })
  .meta({ id: "HandoverPreview" });
