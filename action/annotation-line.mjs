/**
 * An annotation at a place of a file, as a line of the format `github` says it.
 *
 * @typedef {object} PlacedAnnotation
 * @property {string} title the kind of finding or change
 * @property {string} file
 * @property {number} line from 1, as all places
 * @property {number} endLine
 * @property {number | null} column null where it has several lines
 * @property {string} message as it is written
 */

/**
 * Reads a line; null where it is no annotation at a place.
 *
 * @param {string} line
 * @returns {PlacedAnnotation | null}
 */
export function readAnnotation(line) {
  const found = PLACED.exec(line)?.groups;
  if (found === undefined) return null;
  const { file = "", line: first, endLine, column, title = "", message = "" } = found;
  return {
    title,
    file: decoded(file),
    line: Number(first),
    endLine: Number(endLine),
    column: column === undefined ? null : Number(column),
    message,
  };
}

const PLACED =
  /^::(?:error|warning|notice) file=(?<file>[^,:]*),line=(?<line>\d+),endLine=(?<endLine>\d+)(?:,col=(?<column>\d+),endColumn=\d+)?,title=(?<title>[^,:]*)::(?<message>.*)$/;

/**
 * A property as the runner undoes it.
 *
 * @param {string} text
 */
function decoded(text) {
  return text.replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}

/**
 * What is equal for annotations of one kind at one place.
 *
 * @param {Pick<PlacedAnnotation, "title" | "file" | "line" | "column">} annotation
 */
export function placeKey({ title, file, line, column }) {
  return JSON.stringify([title, file, line, column]);
}
