import * as z from "zod";
import { posts } from "../../../domain/organisation/organisation.ts";
import { text } from "../core/shape.ts";

/** Somebody of ours who is told. */
export const recipient = z.looseObject({
  personId: text,
  post: z.enum(posts),
  insteadOf: z.enum(posts).exactOptional(),
  substituteFor: text.exactOptional(),
});

/** Who is told of an event at once. */
export const informing = { recipients: z.array(recipient).exactOptional() };
