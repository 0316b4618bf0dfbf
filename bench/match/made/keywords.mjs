import { oneOf, seeded } from "./seeded.mjs";

/*
 * Texts that rules look for, as posting guides and buyers' responses have them: 5 to 25 characters, a few words or a code.
 * No text holds another, so that every rule can decide: of the mapping's first N texts each is needed.
 */

/** In no order, as files that grew have them: what lead systems answer, and what their forms and gateways do. */
const COMMON = /** @type {const} */ ([
  "Duplicate Lead",
  "Invalid phone number",
  "Campaign cap reached",
  "no qualified buyers",
  "Missing required fields",
  "Account_Disabled",
  "INVALID_EMAIL",
  "Outside_Criteria",
  "LeadType_ID_Missing",
  "email not verified",
  "Blocked IP Address",
  "Geotarget Mismatch",
  "REQUIRED_FIELD_MISSING",
  "already subscribed",
  "over daily limit",
  "DUPLICATES_DETECTED",
  "Inactive Affiliate",
  "Invalid Post Key",
  "zip code not covered",
  "failed TCPA check",
  "No_Account_Found",
  "litigator match",
  "Malformed request",
  "unknown vertical",
  "price below minimum",
  "Vendor_ID_Missing",
  "Post_Over_Max",
  "number disconnected",
  "landline not allowed",
  "age out of range",
  "PATTERN_NOT_MATCHED",
  "MANDATORY_NOT_FOUND",
  "on do-not-call list",
  "bogus first name",
  "profanity detected",
  "consent token expired",
  "buyer is closed",
  "duplicate in 30 days",
  "credit score too low",
  "State not accepted",
  "income insufficient",
  "System_ID_Missing",
  "FIELD_INTEGRITY_EXCEPTION",
  "rate limit exceeded",
  "Session expired",
  "ping id not found",
  "bid rejected",
  "quota exhausted",
  "hours of operation",
  "Blacklisted domain",
  "suspected fraud",
  "velocity filter",
  "test lead ignored",
  "Unmatched Filter",
  "Offer Over Lead Cap",
  "no coverage in area",
  "homeowner required",
  "sub id blocked",
  "signature mismatch",
  "NOT_AUTHENTICATED",
  "service unavailable",
  "cannot parse body",
  "date of birth missing",
  "invalid loan amount",
  "Gender must be M or F",
  "trustedform not claimed",
  "Jornaya token absent",
  "carrier not supported",
  "currently insured",
  "vehicle year too old",
  "policy in force",
  "STORAGE_LIMIT_EXCEEDED",
  "UNABLE_TO_LOCK_ROW",
  "INSUFFICIENT_ACCESS",
  "role-based mailbox",
  "disposable address",
  "Caller ID withheld",
  "transfer not answered",
  "agent unavailable",
  "queue is full",
  "outside posting window",
  "budget spent",
  "contract terminated",
  "affiliate suspended",
  "currency not supported",
  "card declined",
  "ERR_CHECKSUM",
  "unsupported media",
  "too many retries",
  "gateway timeout",
  "upstream refused",
  "lead too old",
  "recycled data",
  "name equals surname",
  "residence type invalid",
  "employer required",
  "bankruptcy on file",
  "military status needed",
  "SSN fails validation",
  "tax debt under 10k",
]);

const CODED = /** @type {const} */ (["ERR", "LEAD", "VAL", "API", "POST", "PING", "FILTER", "BUYER"]);
const THINGS = /** @type {const} */ ([
  "zip",
  "campaign",
  "offer",
  "buyer",
  "carrier",
  "source",
  "form",
  "region",
  "program",
  "vertical",
]);
const FAULTS = /** @type {const} */ ([
  "closed",
  "paused",
  "not found",
  "capped",
  "expired",
  "rejected",
  "unknown",
  "mismatch",
]);

/** @type {readonly [(random: () => number, code: string) => string, ...((random: () => number, code: string) => string)[]]} */
const SHAPES = [
  (random, code) => `${oneOf(random, CODED)}-${code}`,
  (random, code) => `${oneOf(random, THINGS)} ${code} ${oneOf(random, FAULTS)}`,
  (random, code) => `E${code}_${oneOf(random, CODED)}_${oneOf(random, CODED)}`,
  (random, code) => `${oneOf(random, FAULTS)}: ${oneOf(random, THINGS)} ${code}`,
  (_, code) => `reason code ${code}`,
];

/**
 * @param {number} count at most 50,000
 * @returns {readonly string[]} always the same; a longer list begins with the shorter one
 */
export function keywords(count) {
  /** @type {string[]} */
  const texts = COMMON.slice(0, count);
  const random = seeded(20_03);
  // All codes have five digits, so that no text holds another; 7919 is prime, so that they do not follow one another.
  for (let n = 0; texts.length < count; n++) {
    const code = String(10_000 + ((n * 7919) % 90_000));
    texts.push(oneOf(random, SHAPES)(random, code));
  }
  return texts;
}
