/** Words of English that say that all went well, as values and in sentences. */
export const GOOD_NEWS_WORDS = [
  "accepted",
  "approved",
  "ok",
  "passed",
  "sold",
  "success",
  "successful",
  "successfully",
  "valid",
] as const;
