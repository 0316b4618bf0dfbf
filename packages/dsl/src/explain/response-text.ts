import { quotedBody } from "../findings/quoted.js";

/** A response on one line. */
export function responseText(status: number | null, body: string): string {
  const shown = body === "" ? "an empty body" : quotedBody(body);
  return status === null ? shown : `${status} ${shown}`;
}
