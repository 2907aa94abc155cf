"use server";

import { action } from "@/lib/action";
import { decideReview } from "@/lib/clients/decide-review";
import { decideReviewInput } from "@/lib/clients/input";

export const decideReviewAction = action(decideReviewInput, decideReview);
