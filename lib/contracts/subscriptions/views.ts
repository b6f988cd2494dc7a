import * as z from "zod";
import { treeLevels } from "../../domain/organisation/tree.ts";
import { sentInstant } from "../core/text.ts";
import { subscription } from "./bodies.ts";

const part = { level: z.enum(treeLevels), scope: z.string().exactOptional(), name: z.string() };

/** What one person takes, and what was sent last. */
export const subscriptionsView = z
  .strictObject({
    personId: z.string(),
    version: z.int(),
    items: z.array(
      z.strictObject({
        ...subscription,
        ...part,
        allowed: z.boolean().meta({ description: "false: no longer the person's to take; nothing is sent" }),
      }),
    ),
    choices: z
      .array(z.strictObject(part))
      .meta({ description: "Parts of the tree that the person may take" }),
    recent: z.array(
      z.strictObject({
        every: subscription.every,
        ...part,
        month: z.string(),
        from: z.string().exactOptional(),
        to: z.string().exactOptional(),
        edition: z.int().exactOptional(),
        recordedUntil: sentInstant,
        madeAt: sentInstant,
        missing: z.array(z.string()).meta({ description: "Projects that could not be counted" }),
        files: z.array(
          z.strictObject({
            title: z.string(),
            size: z.int(),
            url: z.string().meta({ description: "Works for 15 minutes" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Subscriptions" });

/** Who takes what, the widest parts of the tree first. */
export const subscriptionTakers = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...subscription,
        ...part,
        personId: z.string(),
        personName: z.string(),
        allowed: z.boolean(),
      }),
    ),
  })
  .meta({ id: "SubscriptionTakers" });
