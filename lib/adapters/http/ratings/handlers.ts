import { ratingRoutes } from "../../../contracts/ratings/routes.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { type RatingPorts, rateComplaint, showRating } from "./rating-page.ts";

export const ratingHandlers = {
  showRating: forEverybody(ratingRoutes.showRating, showRating),
  rateComplaint: forEverybody(ratingRoutes.rateComplaint, rateComplaint),
} satisfies ServingsOf<typeof ratingRoutes, RatingPorts>;
