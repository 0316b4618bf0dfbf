/** What a link holds: both texts of the page, and the status beside them as it was written. */
export interface SharedPage {
  readonly mapping: string;
  readonly status: string;
  readonly response: string;
}

/** What a fragment says: nothing, a page, or why it cannot be read. */
export type FragmentReading =
  | { readonly kind: "nothing" }
  | { readonly kind: "page"; readonly page: SharedPage }
  | { readonly kind: "broken"; readonly reason: string };

/** How this version writes fragments; another way of writing gets another name. */
const VERSION = "v1";

/** Characters of both texts that are unpacked at most: a few hundred bytes can unpack to gigabytes. */
export const MOST_UNPACKED = 4 * 1024 * 1024;

/** Bytes turned into characters at once: an argument list of this length every engine takes. */
const CHUNK = 8192;

/** The fragment that holds a page, with its `#`: version, then JSON, deflated, in base64url. */
export async function writeFragment({ mapping, status, response }: SharedPage): Promise<string> {
  const json = JSON.stringify({ mapping, status, response });
  const packed = await bytesThrough(
    new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw")),
  );
  return `#${VERSION}.${base64Url(packed ?? new Uint8Array())}`;
}

/** Reads a fragment, with or without its `#`. Whatever stands there, it ends, and with a bounded amount of memory. */
export async function readFragment(fragment: string): Promise<FragmentReading> {
  const text = fragment.replace(/^#/, "");
  if (text === "") return { kind: "nothing" };
  const [, version, content] = /^(v\d+)\.(.*)$/s.exec(text) ?? [];
  if (version === undefined || content === undefined) return broken("it is no link of the playground");
  if (version !== VERSION) return broken("it was made by another version of the playground");
  const packed = bytesOf(content);
  if (packed === null) return broken("characters in it are not those of a link");
  let json: Uint8Array | null;
  try {
    const unpacking = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    json = await bytesThrough(unpacking, MOST_UNPACKED);
  } catch {
    return broken("a part of it is missing or was changed");
  }
  if (json === null) return broken("what it holds is too large");
  const page = pageIn(new TextDecoder().decode(json));
  return page === null ? broken("a part of it is missing or was changed") : { kind: "page", page };
}

function broken(reason: string): FragmentReading {
  return { kind: "broken", reason };
}

/** All that comes out of a stream; null where it is more than `most` bytes. */
async function bytesThrough(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(base64)) return null;
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function pageIn(json: string): SharedPage | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { mapping, status, response } = value as Readonly<Record<string, unknown>>;
  return typeof mapping === "string" && typeof status === "string" && typeof response === "string"
    ? { mapping, status, response }
    : null;
}
