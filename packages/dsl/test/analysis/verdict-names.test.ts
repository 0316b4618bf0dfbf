import { describe, expect, test } from "vitest";
// Imports internals: what a name is taken for shows only in which of several fixes comes first.
import { type FieldRole, roleOfName } from "../../src/analysis/words/verdict-names.js";

const NAMES: Readonly<Record<FieldRole, readonly string[]>> = {
  flag: ["success", "isValid", "is_success", "lead-accepted", "Sold", "wasSent", "ok", "erfolg"],
  verdict: ["status", "LeadStatus", "result", "outcome", "response", "state", "Ergebnis", "status_text"],
  code: ["code", "statusCode", "rc"],
  message: ["message", "msg", "description", "details", "comments"],
  error: ["error", "errors", "errorCode", "err_no", "rejectReason", "reason", "warnings", "error_message"],
  price: ["price", "payout", "bid_amount", "leadPrice"],
  id: ["id", "leadId", "transaction_id", "uuid", "token", "redirect_url"],
  kind: ["type", "version", "currency", "timestamp", "stateCode", "created_at"],
  other: ["name", "zip", "buyer", "", "__"],
};

describe.each(Object.entries(NAMES))("names of the role %s", (role, names) => {
  test.each(names)("%j", (name) => expect(roleOfName(name)).toBe(role));
});
