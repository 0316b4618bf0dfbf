import type { ReachabilityReason } from "./rule-reachability.js";

/** Why something is not decided, as a clause: what would have had to be done, or could not be, and how much of it there was. */
export function reasonInWords(reason: ReachabilityReason): string {
  switch (reason.kind) {
    case "exhausted":
      return `it would take more than ${grouped(reason.steps)} steps`;
    case "not-understood":
      return "only a number with an exponent, such as 1e5, could pass, or a limit has too many digits";
    case "no-response-made":
      return "the tests leave something, but no response was made that shows it";
    case "many-rules-above":
      return `more than ${grouped(reason.rules)} rules above take some of its responses each`;
    case "file-exhausted":
      return `the rules above it used up the ${grouped(reason.steps)} steps that a file may take`;
  }
}

/** `1,000,000`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
