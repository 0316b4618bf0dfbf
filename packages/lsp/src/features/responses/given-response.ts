import type { Response } from "@responses/dsl";
import {
  type CharsetNote,
  decodeBody,
  type GivenAs,
  type GivenText,
  type HttpFault,
  readAnswerText,
  readGivenText,
  readGivenTexts,
  readHttpAnswer,
  undeclaredBody,
} from "@responses/dsl/editor";

/**
 * A response that somebody wants explained: its parts, or a whole answer (`http`), as curl prints it; as text, or as the bytes of a file,
 * whose charset is not known yet. A `text` is what somebody copied: an answer if it begins like one, several if it holds several, else a
 * body; those without a status of their own get the one that is given with it. A client sends bytes in base64.
 */
export type GivenResponse<Bytes = string> =
  | { readonly status: number | null; readonly body: string }
  | { readonly http: string }
  | { readonly text: string; readonly status?: number | null }
  | { readonly status: number | null; readonly bodyBytes: Bytes }
  | { readonly httpBytes: Bytes };

/** The same as the server has read it. */
export type ReceivedResponse = GivenResponse<Uint8Array>;

/** What the bytes of a response were read as, for who shows it. */
export interface DecodedResponse {
  readonly status: number | null;
  readonly body: string;
  /** The charset's name in lower case. */
  readonly charset: string;
}

/** A response that can be given to a mapping. */
export interface ReadResponse {
  readonly kind: "response";
  readonly response: Response;
  readonly givenAs: GivenAs;
  /** By which the bytes were decoded; null for a text, which somebody else has decoded. */
  readonly charset: string | null;
  readonly notes: readonly CharsetNote[];
}

/** What was given is no answer, at that line from 1 on; null where no line is to blame. */
export interface NoResponse {
  readonly kind: "no-response";
  readonly reason: string;
  readonly line: number | null;
}

const UTF_8 = new TextEncoder();

/** The response that was given. */
export function readGiven(given: ReceivedResponse): ReadResponse | NoResponse {
  if ("body" in given)
    return { kind: "response", response: given, givenAs: "body", charset: null, notes: [] };
  if ("bodyBytes" in given) {
    const { body, charset, notes } = undeclaredBody(given.bodyBytes);
    return { kind: "response", response: { status: given.status, body }, givenAs: "body", charset, notes };
  }
  if ("http" in given) return readCopied(readAnswerText(given.http, UTF_8));
  if ("text" in given) return readCopied(readGivenText(given.text, UTF_8), given.status ?? null);
  const reading = readHttpAnswer(withoutBlanks(given.httpBytes));
  if (reading.kind === "fault") return noResponse(reading);
  const { status, body } = reading;
  const decoded = decodeBody(body, reading.charset, TextDecoder);
  const { charset, notes } = decoded;
  return { kind: "response", response: { status, body: decoded.body }, givenAs: "answer", charset, notes };
}

/** The responses of what holds several; none of what is one. */
export function severalGiven(given: ReceivedResponse): readonly ResponseInText[] {
  const text = "text" in given ? given.text : "http" in given ? given.http : null;
  const bytes = "httpBytes" in given ? given.httpBytes : null;
  const all =
    text !== null
      ? readGivenTexts(text, UTF_8)
      : bytes !== null
        ? readGivenTexts(new TextDecoder().decode(bytes), UTF_8)
        : [];
  const fallback = "text" in given ? (given.status ?? null) : null;
  return all.length > 1 ? all.map(({ status, body }) => ({ status: status ?? fallback, body })) : [];
}

/** A response of a text that holds several. */
export interface ResponseInText {
  readonly status: number | null;
  readonly body: string;
}

function readCopied(read: GivenText | HttpFault, fallback: number | null = null): ReadResponse | NoResponse {
  if (read.kind === "fault") return noResponse(read);
  const { body } = read;
  const status = read.status ?? fallback;
  return { kind: "response", response: { status, body }, givenAs: read.form, charset: null, notes: [] };
}

function noResponse({ reason, line }: HttpFault): NoResponse {
  return { kind: "no-response", reason, line };
}

/** A copied answer often has empty lines before it. */
function withoutBlanks(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09);
  return start < 1 ? bytes : bytes.subarray(start);
}
