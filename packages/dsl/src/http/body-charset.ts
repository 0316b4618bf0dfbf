import { decodeUtf8Run } from "../runtime/utf8.js";
import { looksLikeUtf16 } from "../text/decode-source.js";
import { type InvalidUtf8, invalidUtf8In } from "../text/invalid-utf8.js";
import { windows1252Text } from "./windows-1252.js";

/** The `TextDecoder` of the host, which throws for a label that it does not know. */
export type CharsetDecoders = new (label: string, options: { readonly ignoreBOM: boolean }) => CharsetDecoder;

interface CharsetDecoder {
  /** The charset's name in lower case, as the Encoding Standard has it. */
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}

/** A body as a matcher takes it, and what is to be said of how it was decoded. */
export interface DecodedBody {
  /** Bytes are UTF-8. A byte order mark is kept. */
  readonly body: string | Uint8Array;
  /** The charset's name in lower case. */
  readonly charset: string;
  readonly notes: readonly CharsetNote[];
}

/** What says that a body is UTF-8: its byte order mark, `Content-Type`, or nothing (that names another unknown one, or none). */
export type DeclaredCharset = "mark" | "utf-8" | "unknown" | "nothing";

/** What somebody has to know of a body's charset. Offsets in its text are UTF-16, a byte order mark not counted. */
export type CharsetNote =
  | { readonly kind: "unknown-charset"; readonly label: string }
  | { readonly kind: "utf-16"; readonly declared: DeclaredCharset }
  | {
      readonly kind: "not-utf-8";
      readonly invalid: InvalidUtf8;
      readonly declared: DeclaredCharset;
      /** What its XML declaration says, which decides nothing; null where there is none. */
      readonly xmlEncoding: string | null;
    }
  | ({ readonly kind: "not-in-charset"; readonly charset: string } & LostCharacters)
  /** A text that somebody else decoded. */
  | ({ readonly kind: "lost-characters" } & LostCharacters);

/** The UTF-16 offset of the first U+FFFD in a text, and how many there are. */
export interface LostCharacters {
  readonly at: number;
  readonly count: number;
}

/**
 * Decodes a body as "decode" of the Encoding Standard does: a byte order mark decides, then the label that `Content-Type`
 * declares, then UTF-8 is assumed. Linear.
 */
export function decodeBody(
  bytes: Uint8Array,
  declared: string | null,
  decoders: CharsetDecoders,
): DecodedBody {
  const marked = markedCharset(bytes);
  const label = marked ?? declared;
  const decoder = label === null ? null : decoderFor(label, decoders);
  if (decoder !== null && decoder.encoding !== "utf-8") {
    const { encoding } = decoder;
    const decoded = decoder.decode(bytes);
    const text = encoding === "windows-1252" ? windows1252Text(decoded) : decoded;
    return { body: text, charset: encoding, notes: lostIn(text, encoding) };
  }
  if (label === null) return asUtf8(bytes, [], "nothing");
  return decoder === null
    ? asUtf8(bytes, [{ kind: "unknown-charset", label }], "unknown")
    : asUtf8(bytes, [], marked === null ? "utf-8" : "mark");
}

function decoderFor(label: string, Decoder: CharsetDecoders): CharsetDecoder | null {
  try {
    // A matcher drops a byte order mark, as it does in any text.
    return new Decoder(label, { ignoreBOM: true });
  } catch {
    return null;
  }
}

/** A body that somebody gives as bytes alone: they are UTF-8, whatever they were meant as. Linear. */
export function undeclaredBody(bytes: Uint8Array): DecodedBody {
  return asUtf8(bytes, [], "nothing");
}

function asUtf8(bytes: Uint8Array, notes: readonly CharsetNote[], declared: DeclaredCharset): DecodedBody {
  return { body: bytes, charset: "utf-8", notes: [...notes, ...notUtf8(bytes, declared)] };
}

function notUtf8(bytes: Uint8Array, declared: DeclaredCharset): readonly CharsetNote[] {
  if (looksLikeUtf16(bytes)) return [{ kind: "utf-16", declared }];
  const text = decodeUtf8Run(bytes);
  const invalid = invalidUtf8In(bytes, text);
  if (invalid === null) return [];
  const at = invalid.at - (text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
  const xmlEncoding = xmlEncodingOf(bytes);
  return [{ kind: "not-utf-8", invalid: { ...invalid, at }, declared, xmlEncoding }];
}

const BYTE_ORDER_MARK = "\ufeff";

function lostIn(decoded: string, charset: string): readonly CharsetNote[] {
  const text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
  return lostCharactersIn(text).map((lost) => ({ kind: "not-in-charset", charset, ...lost }));
}

/** Where a text first holds U+FFFD, which decoders write for what they cannot read, and how often; nothing where it does not. */
export function lostCharactersIn(text: string): readonly [] | readonly [LostCharacters] {
  const at = text.indexOf("\ufffd");
  return at < 0 ? [] : [{ at, count: text.split("\ufffd").length - 1 }];
}

function markedCharset(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** Bytes looked at: an XML declaration stands at the beginning. */
const LONGEST_BEGINNING = 200;

function xmlEncodingOf(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, LONGEST_BEGINNING));
  return /^\s*<\?xml\s[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(beginning)?.[1] ?? null;
}

/**
 * The charset that a value of `Content-Type` declares, quotes taken off; null where it declares none. Of several the first
 * counts, as in the MIME Sniffing Standard.
 */
export function charsetIn(contentType: string): string | null {
  for (const [, name = "", quoted, bare = ""] of contentType.matchAll(PARAMETER)) {
    if (name.trim().toLowerCase() !== "charset") continue;
    // Some systems write single quotes, which quote nothing in a header.
    const value = (quoted?.replace(/\\(.)/g, "$1") ?? bare.trim().replace(/^(["'])(.*?)\1?$/, "$2")).trim();
    if (value !== "") return value;
  }
  return null;
}

/** `; name="value"` or `; name=value`. */
const PARAMETER = /;([^;="]*)=(?:[ \t]*"((?:[^"\\]|\\.)*)"|([^;]*))/g;
