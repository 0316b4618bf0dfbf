import type { Sent } from "./session-messages.js";

/** Tries with fewer messages, at most. */
const MOST_TRIES = 60;

/** As few of the messages as still make a session fail; all of them where they do not by themselves. */
export async function shrunk(
  messages: readonly Sent[],
  fails: (messages: readonly Sent[]) => Promise<boolean>,
): Promise<readonly Sent[]> {
  if (!(await fails(messages))) return messages;
  let left = messages;
  let tries = 0;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < left.length && tries < MOST_TRIES; ) {
      const fewer = left.filter((_, index) => index < start || index >= start + size);
      tries++;
      if (fewer.length > 0 && (await fails(fewer))) left = fewer;
      else start += size;
    }
  }
  return left;
}
