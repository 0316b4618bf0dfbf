/**
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} columns
 * @property {readonly (readonly (string | number)[])[]} rows
 * @property {readonly string[]} notes
 */

/**
 * @param {Table} table
 * @returns {string}
 */
export function writeTable({ title, columns, rows, notes }) {
  const cells = [columns, ...rows.map((row) => row.map(writeCell))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const lines = cells.map((row) =>
    row.map((cell, index) => aligned(cell, index, widths[index] ?? 0)).join("  "),
  );
  return [title, ...lines, ...notes.map((note) => `(${note})`), ""].join("\n");
}

/** @param {string | number} cell */
function writeCell(cell) {
  if (typeof cell === "string") return cell;
  if (Number.isNaN(cell)) return "–";
  return cell.toLocaleString("en", { maximumFractionDigits: cell >= 100 ? 0 : cell >= 10 ? 1 : 2 });
}

/**
 * Words to the left, numbers to the right.
 *
 * @param {string} cell
 * @param {number} column
 * @param {number} width
 */
function aligned(cell, column, width) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
