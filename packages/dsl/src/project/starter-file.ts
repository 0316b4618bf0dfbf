/**
 * What `responses init` writes, and an editor's command for a new mapping file: a mapping file to begin with. It passes
 * `check` and `test` without a finding.
 */
export const STARTER_FILE = `# How to read the responses of one system. Lines that begin with # are comments.
# Replace the lines below with what the system's documentation says, and with responses that it really gave.
system "Example system"

# Rules are tried from top to bottom; the first that holds decides.
# A field of a JSON body is the surest sign: keyword "accepted" would also be found in "not accepted".
success json "$.status" exact "accepted"
reject  json "$.reason" keyword "duplicate" as Duplicate
reject  json "$.status" exact "rejected"    as json "$.reason" or "No reason given"

# error: the system failed, or did not understand the request. It has not judged the lead.
error status 429, 5xx as "Try again later"

# Parts of the response that are handed back with the verdict.
capture price from json "$.price"

# Recorded responses, and the verdict that each must get: status, body, verdict. "responses test" runs them.
example 200 '{"status":"accepted","price":"12.50"}'             is success with price "12.50"
example 200 '{"status":"rejected","reason":"Duplicate email"}'  is reject Duplicate
example 200 '{"status":"rejected","reason":"Outside our area"}' is reject "Outside our area"
example 503 'Service Unavailable'                               is error "Try again later"
`;
