/** A scanner in WebAssembly. */
export interface WasmBinary {
  /** Its name, and what tells its version from others. */
  readonly key: string;
  readonly base64: string;
}

/** What of the host is used where it is there. The language promises to run without it (docs/language.md). */
interface WasmHost {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
  readonly TextEncoder?: new () => Utf8Encoder;
  readonly TextDecoder?: new (label: string, options: { readonly ignoreBOM: boolean }) => Utf8Decoder;
  readonly atob?: (base64: string) => string;
  [shared: symbol]: unknown;
}

/** Writes texts as UTF-8: lone surrogates as U+FFFD, and only whole characters. */
export interface Utf8Encoder {
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

function instantiate({ base64 }: WasmBinary, { WebAssembly, TextEncoder, atob }: WasmHost): unknown {
  if (WebAssembly === undefined || TextEncoder === undefined || atob === undefined) return null;
  // What scanners note is read as numbers of the host, which may have their bytes the other way round.
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  } catch {
    // A policy forbids it, or the host does not know SIMD.
    return null;
  }
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
