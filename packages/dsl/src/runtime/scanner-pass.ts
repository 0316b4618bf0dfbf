import { type BodyPass, type BodyReading, NOTHING_PICKED } from "./body-pass.js";
import { SCANNER_INPUT, ScannerInput, type ScannerMemory } from "./scanner-input.js";
import type { ScannerTable } from "./scanner-table.js";
import { type Utf8Encoder, utf8Encoder, type WasmBinary, wasmExports } from "./wasm-instance.js";

/** What of a document a scanner has noted, in lists of some thousand notes: of each three numbers, its start, its end, and what it is. */
export type ScannerNotes = readonly ArrayLike<number>[];

/** Of each path, whether it leads to what each accepting set stands for. */
export type ReachedByPaths = readonly (readonly boolean[])[];

/** A scanner in WebAssembly that reads documents of a format, with an automaton for paths. */
interface DocumentScanner {
  readonly memory: ScannerMemory;
  /**
   * Reads the document that ends at the address, or goes on with it. Gives how many bytes of notes there are now, if it has come to
   * the end; `SCANNED_FULL` less so many, if there is room for no more; `SCANNED_NOT_READ`, or -2 if others have to read it.
   */
  scan(end: number, resumes: 0 | 1): number;
  /** Turns the offsets of the notes that there are now from bytes into UTF-16 units. */
  toUnits(length: number, resumes: 0 | 1): void;
}

/** Where it notes. */
const SCANNER_NOTES = 0x10000;

/* What `scan` gives, as wasm/parts/notes.ts has it. */
const SCANNED_NOT_READ = -1;
const SCANNED_FULL = -3;

/**
 * A pass over documents of one format: `createAutomaton` makes that of so many paths, null if it cannot, and `read` makes of what is
 * noted what the paths pick. The memory has room for some ten thousand notes; whenever they are full they are taken from it, so that
 * it holds no more than a body, and notes take room only as long as the reading is kept: 12 bytes each where there are many.
 */
export function createScannerPass(
  binary: WasmBinary,
  pathCount: number,
  createAutomaton: (encoder: Utf8Encoder) => ScannerTable | null,
  read: (reached: ReachedByPaths, body: string | Uint8Array, notes: ScannerNotes) => BodyReading,
): BodyPass {
  const scanner = wasmExports(binary) as DocumentScanner | null;
  const encoder = utf8Encoder();
  const automaton = scanner === null || encoder === null ? null : createAutomaton(encoder);
  if (scanner === null || encoder === null || automaton === null) return () => null;
  const input = new ScannerInput(scanner.memory, encoder, automaton.bytes());
  const reached: (readonly boolean[])[] = [];
  for (let path = 0; path < pathCount; path += 1)
    reached.push(automaton.accepted.map((accepted) => accepted.includes(path)));
  return (body) => {
    const length = input.put(body);
    if (length < 0) return null;
    const hasOtherUnits = typeof body === "string" && length > body.length;
    let taken: ArrayLike<number>[] | null = null;
    for (;;) {
      const resumes = taken === null ? 0 : 1;
      const outcome = scanner.scan(SCANNER_INPUT + length, resumes);
      const noted = outcome > SCANNED_FULL ? outcome : SCANNED_FULL - outcome;
      if (noted < 0) return noted === SCANNED_NOT_READ ? NOTHING_PICKED : null;
      if (hasOtherUnits) scanner.toUnits(noted, resumes);
      const isAll: boolean = outcome >= 0 && taken === null;
      const notes: ArrayLike<number> = isAll
        ? input.numbersAt(SCANNER_NOTES, noted >> 2)
        : input.copiedNumbersAt(SCANNER_NOTES, noted >> 2);
      // Mostly they are all, and an array that begins empty takes room for many.
      if (taken === null) taken = [notes];
      else taken.push(notes);
      if (outcome >= 0) return read(reached, body, taken);
    }
  };
}
