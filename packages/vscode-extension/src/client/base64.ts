/** Bytes taken at once: an argument list of this length every engine takes. */
const CHUNK = 8192;

/** Bytes in base64, as the protocol carries them. Node's Buffer is not there in a browser. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}
