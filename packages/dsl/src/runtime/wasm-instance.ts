/** A scanner in WebAssembly. */
export interface WasmBinary {
  /** Its name, and what tells its version from others. */
  readonly key: string;
  /** Its bytes, as `bytesOfCharacters` reads them. */
  readonly characters: string;
}

/** What of the host is used where it is there. The language promises to run without it (docs/language.md). */
interface WasmHost {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
  readonly TextEncoder?: new () => Utf8Encoder;
  readonly TextDecoder?: new (label: string, options: { readonly ignoreBOM: boolean }) => Utf8Decoder;
  [shared: symbol]: unknown;
}

/** Writes texts as UTF-8: lone surrogates as U+FFFD, and only whole characters. */
export interface Utf8Encoder {
  encode(text: string): Uint8Array;
  /** Gives how many UTF-16 units of the text were read, and how many bytes written. */
  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}

/** Reads UTF-8 as `decodeUtf8Run` does. */
export interface Utf8Decoder {
  /** Throws for shared memory in browsers. */
  decode(bytes: Uint8Array): string;
}

/**
 * The exports of the scanner's instance; null where WebAssembly, its SIMD or `TextEncoder` is not to be had. All compiled
 * mappings of a realm share one instance, since the memory of each reserves gigabytes of address space.
 */
export function wasmExports(binary: WasmBinary): unknown {
  const host = globalThis as unknown as WasmHost;
  const name = Symbol.for(binary.key);
  const shared = host[name];
  if (shared !== undefined) return shared;
  const exported = instantiate(binary, host);
  try {
    Object.defineProperty(host, name, { value: exported });
  } catch {
    // The global object is frozen: each mapping has an instance of its own.
  }
  return exported;
}

function instantiate({ characters }: WasmBinary, { WebAssembly, TextEncoder }: WasmHost): unknown {
  if (WebAssembly === undefined || TextEncoder === undefined) return null;
  // What scanners note is read as numbers of the host, which may have their bytes the other way round.
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) return null;
  try {
    const module = new WebAssembly.Module(bytesOfCharacters(characters, new TextEncoder()));
    return new WebAssembly.Instance(module).exports;
  } catch {
    // A policy forbids it, or the host does not know SIMD.
    return null;
  }
}

/** Behind this character come those that stand for another byte: } before one adds 90, ~ adds 180. */
const LAST_ALONE = 0x7c;

/**
 * The bytes that these characters stand for; # is 0. Unlike in base64 equal instructions are equal wherever they stand, so that
 * gzip leaves a fifth to a third less. (The loop is over bytes since it runs once, before any compiler has seen it.)
 */
export function bytesOfCharacters(characters: string, encoder: Utf8Encoder): Uint8Array {
  const bytes = encoder.encode(characters);
  let written = 0;
  for (let read = 0; read < bytes.length; read += 1) {
    let character = bytes[read] || 0;
    if (character > LAST_ALONE) {
      read += 1;
      character = (bytes[read] || 0) + 90 * (character - LAST_ALONE);
    }
    bytes[written++] = character - 0x23;
  }
  return bytes.subarray(0, written);
}

/** An encoder; null where the host has none that writes into memory: some have one that only gives bytes. */
export function utf8Encoder(): Utf8Encoder | null {
  const { TextEncoder } = globalThis as unknown as WasmHost;
  const encoder = TextEncoder === undefined ? null : new TextEncoder();
  return encoder !== null && typeof encoder.encodeInto === "function" ? encoder : null;
}

/** A decoder; null where the host has none. */
export function utf8Decoder(): Utf8Decoder | null {
  const { TextDecoder } = globalThis as unknown as WasmHost;
  return TextDecoder === undefined ? null : new TextDecoder("utf-8", { ignoreBOM: true });
}
