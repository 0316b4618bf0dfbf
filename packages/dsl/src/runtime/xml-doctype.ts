import { blankEnd } from "./blank-end.js";
import { xmlNameEnd } from "./xml-characters.js";

/** How far reading a document type declaration came. */
export interface DoctypeReading {
  /** The offset behind what was read, or of the fault. */
  readonly at: number;
  /** Null where there is no fault. */
  readonly reason: string | null;
}

/**
 * Reads the document type declaration that begins at the offset (doctypedecl [28]). One with an internal subset is a fault:
 * it can declare what a document says besides what stands in it. Nothing is fetched. Linear.
 */
export function readXmlDoctype(body: string, start: number): DoctypeReading {
  const blank = start + "<!DOCTYPE".length;
  const name = blankEnd(body, blank);
  if (name === blank) return doctypeFault(name, "white space is missing here");
  const nameEnd = xmlNameEnd(body, name);
  if (nameEnd === name) return doctypeFault(name, "a name is missing here");
  const external = readExternalId(body, nameEnd);
  if (external.reason !== null) return external;
  const at = blankEnd(body, external.at);
  const closing = body.charAt(at);
  if (closing === ">") return readTo(at + 1);
  return closing === "["
    ? doctypeFault(at, "a document type declaration with an internal subset is not read")
    : doctypeFault(at, "the document type declaration is not closed by >");
}

function readTo(at: number): DoctypeReading {
  return { at, reason: null };
}

function doctypeFault(at: number, reason: string): DoctypeReading {
  return { at, reason };
}

/** ExternalID [75], if one stands behind the name. */
function readExternalId(body: string, nameEnd: number): DoctypeReading {
  const keyword = blankEnd(body, nameEnd);
  if (keyword > nameEnd && body.startsWith("SYSTEM", keyword)) return readXmlLiteral(body, keyword + 6);
  if (keyword === nameEnd || !body.startsWith("PUBLIC", keyword)) return readTo(nameEnd);
  const identifier = readXmlLiteral(body, keyword + 6);
  if (identifier.reason !== null) return identifier;
  const from = blankEnd(body, keyword + 6) + 1;
  const forbidden = body.slice(from, identifier.at - 1).search(NO_PUBLIC_CHARACTER);
  return forbidden < 0
    ? readXmlLiteral(body, identifier.at)
    : doctypeFault(from + forbidden, "a public identifier does not hold this character");
}

/** Any but PubidChar [13]; the quotation mark around the literal cannot stand in it anyway. */
const NO_PUBLIC_CHARACTER = /[^ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]/;

/** White space and a literal in quotation marks (SystemLiteral [11]). */
function readXmlLiteral(body: string, from: number): DoctypeReading {
  const start = blankEnd(body, from);
  const quote = body.charAt(start);
  if (start === from) return doctypeFault(start, "white space is missing here");
  if (quote !== '"' && quote !== "'") return doctypeFault(start, "a quotation mark is missing here");
  const end = body.indexOf(quote, start + 1);
  return end < 0 ? doctypeFault(body.length, "the quotation mark is not closed") : readTo(end + 1);
}
