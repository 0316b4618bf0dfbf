/*
 * What `curl -v` says of its own between the parts of an answer. Behind a head a body begins, whose lines may look alike: there only what
 * curl is known to say is taken for its words.
 */

/** Longer lines hold none of curl's notes. */
export const LONGEST_NOTE = 2000;

/** How lines begin in which curl tells of the connection, behind `* `. */
const WORDS = [
  String.raw`Connection #\d+ `,
  "Closing connection",
  "shutting down connection",
  String.raw`TLSv[\d.]+ \((?:IN|OUT)\)`,
  "SSL_(?:read|write|shutdown)|OpenSSL SSL_|old SSL session ID",
  "schannel: ",
  "Excess (?:found|data)",
  "Leftovers after chunking",
  "Mark bundle as ",
  "HTTP error before end of send",
  "The requested URL returned error",
  "Ignoring the response-body",
  "Issue another request to this URL",
  "We are completely uploaded and fine",
  "Request completely sent off",
  "upload completely sent off",
  "abort upload",
  "Simulate(?:d)? a HTTP 304",
  "Authentication problem",
  "no chunk, no close, no size",
  "HTTP 1.0, assume close after body",
  String.raw`\[?HTTP/?[23]\]? (?:stream|\[)`,
  "transfer closed with ",
  "end of response with ",
  "Failed (?:writing|reading) ",
  "Operation timed out",
  "(?:Recv|Send) failure: ",
].join("|");

const SIZE = String.raw`[\d.]+[kMGTP]?`;
const TIME = String.raw`(?:--:--:--|\d+:\d\d:\d\d|\d+d(?: \d+h)?)`;

/** The meter of progress, in its full width: percent and bytes of all, of what came and of what went, speeds, times. */
const METER = String.raw`[ \t]*(?:\d{1,3} +${SIZE} +){3}${SIZE} +${SIZE} +${TIME} +${TIME} +${TIME} +${SIZE}`;

/** Curl writes the meter again and again over itself, on one line. */
const COUNTS = String.raw`[{}] \[\d+ bytes data\]$|\r?${METER}[ \t]*(?=\r|$)|[ \t]+% Total +% Received|[ \t]+Dload +Upload`;

/** The beginning of a line above the end of the last head that is no part of what `-i` prints. */
export const NOTE_BEFORE_BODY = new RegExp(`^(?:[*<>](?: |$)|${COUNTS})`);

/** The beginning of a line of curl's between the last head and the body. */
export const NOTE_BEHIND_HEAD = new RegExp(String.raw`^(?:\* (?:${WORDS})|${COUNTS})`);

/** Curl's last words: a line of their own, or behind a body that ends without a line end. */
export const LAST_WORDS = new RegExp(
  String.raw`(?:^\* (?:${WORDS})[^\n]*|(?:^|\r)${METER}[ \t]*(?:\r${METER}[ \t]*)*|\* (?:Connection #\d+ [^\n]*|Closing connection(?: #?\d+)?|shutting down connection[^\n]*))$`,
);
