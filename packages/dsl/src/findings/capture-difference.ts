/** A capture that is not what an example states. */
export interface CaptureDifference {
  readonly name: string;
  readonly expected: string;
  /** Null where there is none. */
  readonly actual: string | null;
}
