/** The bytes of a text in base64; null for any other text. Node's Buffer is not there in a browser. */
export function bytesOfBase64(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
