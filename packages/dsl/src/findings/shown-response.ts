import { quotedBody, visible } from "./quoted.js";

/** A response inside a sentence; without a status any will do. */
export function responseInSentence(status: number | null, body: string): string {
  return status === null ? quotedBody(body) : `${quotedBody(body)} with status ${status}`;
}

/** Whether a finding's sentence shows the whole of a response already, so that it need not be shown once more. */
export function showsResponse(
  sentence: string,
  { status, body }: { readonly status: number | null; readonly body: string },
): boolean {
  if (body === "" || !sentence.includes(visible(body))) return false;
  return status === null || sentence.includes(responseInSentence(status, body));
}
