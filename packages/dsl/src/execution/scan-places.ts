import type { ScanPlacesWithVariants, ScanPlan } from "../runtime/scan-plan.js";
import type { SearchedText } from "../runtime/searched-text.js";
import { frequencyOf } from "./byte-frequency.js";
import { fixedBytes, type ScannedStretch, type ScannedText, scannedText, windowsAt } from "./scanned-text.js";

/*
 * Chooses where the scanner looks for each text. Bytes that are rare in responses, and windows that few of the texts have,
 * are seldom found in vain.
 */

/**
 * How many places one step of the second filter passes at most. Longer texts could pass more, but the windows of each would be
 * more, and so more often found in vain.
 */
const LONGEST_STRIDE = 12;

/** What looking for one more pair costs, where looking up a window at every byte costs 1 (docs/performance.md). */
const COST_OF_PAIR = 0.1;

/**
 * Likewise of comparing with one text, as often as a body has something that looks like one: about every 200 bytes. Texts that
 * share their windows are compared together.
 */
const COST_OF_COMPARING = 0.03;

/** Likewise of the automaton, per byte. */
const COST_OF_AUTOMATON = 5;

/** Texts of which the filters look at the beginning only. */
const LONGEST_LOOK = 64;

/** The second filter has so many slots for each window, and so many in all. */
const SLOTS_FOR_A_WINDOW = 32;
const FEWEST_HASH_BITS = 14;
const MOST_HASH_BITS = 18;

/**
 * Where the scanner looks for the texts; null where occurrences of one have no byte in common, and where so many are so short
 * that an automaton is faster.
 */
export function planScan(
  texts: readonly SearchedText[],
  variants: ReadonlyMap<string, readonly string[]>,
): ScanPlan | null {
  const scanned = texts.map(({ text }) => scannedText(text, variants));
  const sharing = sharingOf(scanned);
  const { stride, cost } = bestStride(scanned, sharing);
  if (cost > COST_OF_AUTOMATON) return null;
  const places: (number | ScanPlacesWithVariants)[] = [];
  for (const text of scanned) {
    const hasWindows = stride > 0 && longestStride(text) >= stride;
    const place = hasWindows ? windowsOf(text, stride, sharing) : pairOf(text);
    if (place === null) return null;
    places.push(place);
  }
  const windows = places.reduce<number>((sum, place) => sum + windowCount(place, stride), 0);
  return {
    stride: windows === 0 ? 0 : stride,
    hashBits: hashBits(windows),
    pairs: places.reduce<number>((sum, place) => sum + pairCount(place), 0),
    windows,
    codeBytes: scanned.reduce((sum, { code }) => sum + code.length, 0),
    longest: scanned.reduce((longest, text) => Math.max(longest, text.longest), 0),
    places,
  };
}

function windowCount(place: number | ScanPlacesWithVariants, stride: number): number {
  if (typeof place !== "number") return place.windows.length;
  return place >= 0 ? stride : 0;
}

function pairCount(place: number | ScanPlacesWithVariants): number {
  if (typeof place !== "number") return place.pairs.length;
  return place < 0 ? 1 : 0;
}

function hashBits(windows: number): number {
  let bits = FEWEST_HASH_BITS;
  while (bits < MOST_HASH_BITS && 1 << bits < windows * SLOTS_FOR_A_WINDOW) bits += 1;
  return bits;
}

/** The number of places that makes the search fastest: a large one leaves more texts to pairs, and makes windows less rare. */
function bestStride(
  texts: readonly ScannedText[],
  sharing: Sharing,
): { readonly stride: number; readonly cost: number } {
  const strides = texts.map(longestStride);
  const shares = texts.map((text) => sharesOf(text, sharing));
  let best = 0;
  let least = COST_OF_PAIR * texts.length;
  for (let stride = 1; stride <= LONGEST_STRIDE; stride += 1) {
    const many = strides.filter((longest) => longest >= stride).length;
    if (many === 0) break;
    const compared = shares.reduce((sum, own) => sum + leastMean(own, stride), 0) / many;
    const cost = 1 / stride + COST_OF_PAIR * (texts.length - many) + COST_OF_COMPARING * compared;
    if (cost >= least) continue;
    best = stride;
    least = cost;
  }
  return { stride: best, cost: least };
}

/** At how many neighbouring places the text has windows. */
function longestStride({ code, stretch }: ScannedText): number {
  if (stretch === null) return Math.max(0, code.length - 3);
  let stride = 0;
  while (stride < LONGEST_STRIDE && stride + 4 <= stretch.length && windowsAt(stretch, stride) !== null) {
    stride += 1;
  }
  return stride;
}

/** Of each window of a text how many texts have it; none for a text whose windows differ with its case. */
function sharesOf(text: ScannedText, sharing: Sharing): readonly number[] {
  const shares: number[] = [];
  if (text.stretch !== null) return shares;
  for (let offset = 0; offset <= lastWindow(text); offset += 1) {
    shares.push(sharing.get(windowAt(text.code, offset)) ?? 1);
  }
  return shares;
}

/** The least mean of so many neighbours; 0 where there are fewer. */
function leastMean(numbers: readonly number[], length: number): number {
  let sum = 0;
  let least = Infinity;
  for (let index = 0; index < numbers.length; index += 1) {
    sum += (numbers[index] ?? 0) - (numbers[index - length] ?? 0);
    if (index >= length - 1 && sum < least) least = sum;
  }
  return least === Infinity ? 0 : least / length;
}

/** How many of the texts have a window, by its value. */
type Sharing = ReadonlyMap<number, number>;

function sharingOf(texts: readonly ScannedText[]): Sharing {
  const sharing = new Map<number, number>();
  for (const text of texts) {
    if (text.stretch !== null) continue;
    for (let offset = 0; offset <= lastWindow(text); offset += 1) {
      const value = windowAt(text.code, offset);
      sharing.set(value, (sharing.get(value) ?? 0) + 1);
    }
  }
  return sharing;
}

function lastWindow({ code }: ScannedText): number {
  return Math.min(code.length, LONGEST_LOOK) - 4;
}

function windowAt(code: readonly number[], offset: number): number {
  const byteAt = (place: number): number => code[offset + place] ?? 0;
  return (byteAt(0) | (byteAt(1) << 8) | (byteAt(2) << 16) | (byteAt(3) << 24)) >>> 0;
}

/** Where the windows begin that are found in vain most seldom. */
function windowsOf(text: ScannedText, stride: number, sharing: Sharing): number | ScanPlacesWithVariants {
  const { code, stretch } = text;
  if (stretch !== null) return windowsWithVariants(code, stretch, stride);
  let best = 0;
  let least = Infinity;
  for (let start = 0; start + stride - 1 <= lastWindow(text); start += 1) {
    let cost = 0;
    for (let offset = start; offset < start + stride; offset += 1)
      cost += costOfWindow(code, offset, sharing);
    if (cost >= least) continue;
    least = cost;
    best = start;
  }
  return best;
}

/** How often it is found, about, times the texts that are compared then. */
function costOfWindow(code: readonly number[], offset: number, sharing: Sharing): number {
  let cost = sharing.get(windowAt(code, offset)) ?? 1;
  for (let place = offset; place < offset + 4; place += 1) cost *= frequencyOf(code[place] ?? 0);
  return cost;
}

function windowsWithVariants(
  code: readonly number[],
  stretch: ScannedStretch,
  stride: number,
): ScanPlacesWithVariants {
  const windows = Array.from({ length: stride }, (_, offset) => windowsFrom(stretch, offset)).flat();
  return { code, windows, pairs: [] };
}

function windowsFrom(
  stretch: ScannedStretch,
  offset: number,
): readonly (readonly [value: number, start: number])[] {
  const values = windowsAt(stretch, offset) ?? [];
  return values.flatMap((value) => stretch.starts.map((start) => [value, start + offset] as const));
}

/** The two rarest bytes of the text; null where its occurrences have none in common. */
function pairOf(text: ScannedText): number | ScanPlacesWithVariants | null {
  const { code, stretch } = text;
  const rarest = fixedBytes(text)
    .filter(({ at }) => at < LONGEST_LOOK)
    .sort((a, b) => frequencyOf(a.byte) - frequencyOf(b.byte));
  const [first, second = first] = rarest;
  if (first === undefined || second === undefined) return null;
  if (stretch === null) return -1 - (first.at + 128 * second.at);
  const pair = [first.at, first.byte, second.at, second.byte] as const;
  return { code, windows: [], pairs: stretch.starts.map((start) => [...pair, start] as const) };
}
