import type { Position, Range, TextDocumentIdentifier } from "vscode-languageserver";
import { isUri } from "../../workspace/files/file-names.js";
import { memberOf } from "../client/member-of.js";
import { either, record, type Shape, TEXT } from "./shape.js";

/** The largest number of the protocol. (LSP 3.17, base types) */
const LARGEST = 2 ** 31 - 1;

/** `uinteger` of the protocol. */
export const NATURAL: Shape = {
  kind: "number",
  wanted: `a whole number from 0 to ${LARGEST}`,
  fits: (number) => Number.isInteger(number) && number >= 0 && number <= LARGEST,
};

/** `integer` of the protocol; clients that count versions in milliseconds go beyond it, and harm nobody. */
export const WHOLE: Shape = { kind: "number", wanted: "a whole number", fits: Number.isSafeInteger };

/** `ProgressToken`, and what a request is called. */
export const NAME_OR_NUMBER = either("a text or a whole number", TEXT, WHOLE);

export const URI: Shape = {
  kind: "text",
  wanted: "a URI, such as file:///mappings/acme.responses",
  fits: isUri,
};

export const DOCUMENT = record<TextDocumentIdentifier>({ uri: URI });

export const POSITION = record<Position>({ line: NATURAL, character: NATURAL });

/** A range in either direction: an edit that is left out would make all later ones wrong. */
export const RANGE_OF_EDIT = record<Range>({ start: POSITION, end: POSITION });

export const RANGE = record<Range>({ start: POSITION, end: POSITION }, (range) =>
  isBefore(memberOf(range, "end"), memberOf(range, "start")) ? ".end stands before its start" : null,
);

function isBefore(one: unknown, other: unknown): boolean {
  const lines = Number(memberOf(one, "line")) - Number(memberOf(other, "line"));
  if (lines !== 0) return lines < 0;
  return Number(memberOf(one, "character")) < Number(memberOf(other, "character"));
}
