/**
 * Copies the first `length` bytes to a place of a scanner's memory, where there is room for them. They are all that there were when they
 * were counted; shared memory can have been made larger since by another thread, and no longer fit.
 */
export function copyBytes(bytes: Uint8Array, length: number, memory: Uint8Array, at: number): void {
  try {
    memory.set(bytes, at);
  } catch {
    memory.set(bytes.subarray(0, length), at);
  }
}
