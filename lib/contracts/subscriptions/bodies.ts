import * as z from "zod";
import { treeLevels } from "../../domain/organisation/tree.ts";
import { MOST_SUBSCRIPTIONS, rhythms } from "../../domain/subscriptions/subscription.ts";
import { line } from "../core/text.ts";

/** A part of the tree and how often its files come. */
export const subscription = {
  every: z.enum(rhythms).meta({
    description:
      "day: the day before, each morning; week: on Mondays; month: with the bulletin's edition (D14)",
  }),
  level: z.enum(treeLevels),
  scope: line(100)
    .exactOptional()
    .meta({ description: "A region or city company by its name, a project by its id; none for the company" }),
};

/** `PUT /people/{id}/subscriptions`: all that the person takes. */
export const subscriptionsBody = z
  .strictObject({
    version: z.int().min(0).meta({ description: "The one you saw; 0 for none" }),
    items: z.array(z.strictObject(subscription)).max(MOST_SUBSCRIPTIONS),
  })
  .meta({ id: "SubscriptionsEntry" });
