import * as z from "zod";
import { month, sentInstant } from "../core/text.ts";
import { assignment, personFacts } from "./bodies.ts";

const sentPerson = z.strictObject(personFacts).meta({ id: "Person" });

/** With the version that `PUT /people` wants to have seen. */
const listedPerson = z.strictObject({ ...personFacts, version: z.int() }).meta({ id: "ListedPerson" });

export const peopleView = z.strictObject({ items: z.array(listedPerson) }).meta({ id: "People" });

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
