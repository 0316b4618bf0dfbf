import type { CharsetDecoder } from "@responses/dsl/editor";

/** What decodes the charset of a label of the Encoding Standard; null for a label that Node does not know. */
export function charsetDecoder(label: string): CharsetDecoder | null {
  try {
    // The matcher drops a byte order mark, as it does in any text.
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    return null;
  }
}
