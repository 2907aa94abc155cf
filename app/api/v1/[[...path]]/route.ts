import { answerPortalApi } from "@/lib/portal-api/answer-portal-api";

/** The portal API. Every method comes here, so that a wrong one is answered in the API's own words. */
export {
  answerPortalApi as DELETE,
  answerPortalApi as GET,
  answerPortalApi as PATCH,
  answerPortalApi as POST,
  answerPortalApi as PUT,
};
