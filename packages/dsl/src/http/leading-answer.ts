/** What a status line says. */
export interface StatusLine {
  readonly status: number;
  /** Empty where the line has none. */
  readonly reason: string;
}

/** The value of a header, by its name in lower case; null where an answer has none of that name. */
type HeaderOf = (name: string) => string | null;

/** Whether an answer only says that the one that counts will come. */
export function isInterim(status: number): boolean {
  return status >= 100 && status < 200;
}

/**
 * Whether curl can go on from an answer and print none of its body, so that the head of another follows in its output. What looks like a
 * head behind any other answer is its body, which the system that sends it chooses.
 */
export function leadsToAnother(line: StatusLine, headerOf: HeaderOf): boolean {
  return isInterim(line.status) || asksToGoOn(line, headerOf) || opensTunnel(line, headerOf);
}

/** A redirect that `-L` follows, or a question who asks, which `--anyauth` answers. */
function asksToGoOn({ status }: StatusLine, headerOf: HeaderOf): boolean {
  if (status === 401) return headerOf("www-authenticate") !== null;
  if (status === 407) return headerOf("proxy-authenticate") !== null;
  return status >= 300 && status < 400 && headerOf("location") !== null;
}

/** A proxy's answer to CONNECT, which has no body, and says what the system that is asked through it does not. */
function opensTunnel({ status, reason }: StatusLine, headerOf: HeaderOf): boolean {
  if (status < 200 || status > 299) return false;
  if (!/^connection established$/i.test(reason) && headerOf("proxy-agent") === null) return false;
  const length = headerOf("content-length") ?? "0";
  return length === "0" && headerOf("content-type") === null && headerOf("transfer-encoding") === null;
}
