import * as z from "zod";
import { heldCommandNames, heldStates } from "../../domain/complaint/held.ts";
import { sentInstant } from "../core/text.ts";

const heldCommand = z
  .strictObject({
    id: z.string(),
    complaintId: z.string(),
    number: z.string().meta({ description: "The complaint's; of a group the problem point of its members" }),
    groupId: z.string().exactOptional().meta({ description: "The group whose members it goes to" }),
    outcomes: z
      .strictObject({ done: z.int(), already: z.int(), refused: z.int() })
      .exactOptional()
      .meta({ description: "For how many members it was done, had been before, and was refused" }),
    command: z.enum(heldCommandNames),
    key: z.string().meta({ description: "The Idempotency-Key that it came with" }),
    leavesAt: sentInstant,
    state: z.enum(heldStates),
    refusal: z
      .strictObject({ code: z.string(), title: z.strictObject({ zh: z.string(), en: z.string() }) })
      .exactOptional()
      .meta({ description: "Why it was not given when its time had come" }),
    sent: z
      .record(z.string(), z.unknown())
      .exactOptional()
      .meta({ description: "What was sent, where it has been refused: nothing that was typed is lost" }),
  })
  .meta({ id: "HeldCommand" });

export const heldView = heldCommand;
export const heldList = z.strictObject({ items: z.array(heldCommand) }).meta({ id: "HeldCommands" });
