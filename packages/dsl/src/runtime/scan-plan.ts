/**
 * Where the scanner in WebAssembly looks for each of some texts first; worked out when a mapping is compiled. The first filter
 * looks for two bytes of a text; the second looks up windows of four bytes at as many neighbouring places of each text as one
 * of its steps passes, so that one of them is met.
 */
export interface ScanPlan {
  /** How many places a step of the second filter passes, and windows a text has there; 0 where no text has any. */
  readonly stride: number;
  /** How many bits the second filter's hashes have. */
  readonly hashBits: number;
  /** How many pairs and windows there are in all. */
  readonly pairs: number;
  readonly windows: number;
  /** How many bytes the codes of all texts have, and how many an occurrence of any has at most. */
  readonly codeBytes: number;
  readonly longest: number;
  /**
   * One for each text, in their order. A number from 0 on is the byte of the text at which its windows begin; a negative one,
   * -1 less it, is the place of the first byte of a pair and, times 128, that of the second.
   */
  readonly places: readonly (number | ScanPlacesWithVariants)[];
}

/** Of a text with letters outside ASCII that have case variants. */
export interface ScanPlacesWithVariants {
  /** Bytes of UTF-8; such a letter is 0xFF, the number of its variants, and each with its length before it. */
  readonly code: readonly number[];
  /** Four bytes as a number, the first one lowest, and how many bytes of the text stand before them. */
  readonly windows: readonly (readonly [value: number, start: number])[];
  /** Two bytes, each behind its place, and how many bytes of the text stand before the place that those count from. */
  readonly pairs: readonly (readonly [
    first: number,
    firstByte: number,
    second: number,
    secondByte: number,
    start: number,
  ])[];
}
