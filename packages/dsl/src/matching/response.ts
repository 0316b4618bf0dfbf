/** What a remote system gave. */
export interface Response {
  /** The HTTP status; anything but an integer counts as none. */
  readonly status?: number | null | undefined;
  /** Text, or UTF-8 bytes; a missing body is empty. */
  readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
}
