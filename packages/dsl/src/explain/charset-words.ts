import { type Phrase, textInWords, words } from "../findings/phrase.js";
import { quoted } from "../findings/quoted.js";
import type { CharsetNote, DeclaredCharset, LostCharacters } from "../http/body-charset.js";
import { characterOf } from "../http/windows-1252.js";
import type { PlaceInWords } from "./evidence-words.js";

/** How a body was given: inside an answer with its headers, or by itself. */
export type GivenAs = "answer" | "body";

/** What somebody has to know of a body's charset, and what to do: a sentence without its full stop. Places of the body are told by `placeOf`. */
export function charsetNoteInPhrases(
  note: CharsetNote,
  placeOf: PlaceInWords,
  given: GivenAs,
): readonly Phrase[] {
  switch (note.kind) {
    case "unknown-charset":
      return [
        words("Content-Type declares the charset "),
        textInWords(note.label),
        words(", which is unknown here; the body was read as UTF-8"),
      ];
    case "utf-16":
      return [
        words("the body looks like UTF-16, and is read as UTF-8, so no rule finds its words; "),
        words(wayOut(note.declared, given)),
      ];
    case "not-utf-8": {
      const { byte, byteAt, at, count } = note.invalid;
      const more = count > 1 ? ` and ${count - 1} more` : "";
      const place = `at offset ${byteAt} (${placeOf(at)})`;
      return [
        words(`the body is not UTF-8: ${byteInWords(byte)} ${place}${more} can be read as no character, `),
        words("and no rule can look for it; "),
        ...xmlInPhrases(note.xmlEncoding),
        words(wayOut(note.declared, given)),
      ];
    }
    case "not-in-charset":
      return [
        words(`the body holds ${lostInWords(note, placeOf)}: bytes there are not ${note.charset}, `),
        words("so see whether Content-Type declares the right charset"),
      ];
    case "lost-characters":
      return [
        words(`the body holds ${lostInWords(note, placeOf)}: whoever read the answer took it for UTF-8, `),
        words(`and it was not; no rule can look for what stood there. ${RECORD}`),
      ];
  }
}

function xmlInPhrases(encoding: string | null): readonly Phrase[] {
  if (encoding === null) return [];
  return [words("its XML declaration says "), textInWords(encoding), words(", which decides nothing; ")];
}

const RECORD =
  "Record the whole answer in a file with curl -i, and it is decoded by the charset in its Content-Type";

function wayOut(declared: DeclaredCharset, given: GivenAs): string {
  if (given === "body")
    return "save it as UTF-8, or give the whole answer, as curl -i prints it, to match --http, which decodes it by the charset in its Content-Type";
  switch (declared) {
    case "nothing":
      return "Content-Type declares no charset, so UTF-8 was assumed; find out in which one the system writes, and decode its answers by that";
    case "mark":
      return "it begins with the byte order mark of UTF-8 all the same, so see what puts it together";
    case "utf-8":
      return "Content-Type says UTF-8 all the same; find out in which charset the system writes, and decode its answers by that";
    case "unknown":
      return "find out in which charset the system writes, and decode its answers by that";
  }
}

/** `the byte 0xE9 ("é" in windows-1252)`: most bodies that are not UTF-8 are that. */
function byteInWords(byte: number): string {
  const character = characterOf(byte);
  const written = `the byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return character <= "\u009f" ? written : `${written} (${quoted(character)} in windows-1252)`;
}

function lostInWords({ at, count }: LostCharacters, placeOf: PlaceInWords): string {
  const often = count === 1 ? "at" : `${count} times, first at`;
  return `U+FFFD, the mark of a lost character, ${often} ${placeOf(at)}`;
}
