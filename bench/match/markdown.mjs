import { bestPeer } from "./comparison.mjs";
import { inRatio, inTime } from "./units.mjs";

/** Comparisons as Markdown. */

/** @typedef {import("./comparison.mjs").Comparison} Comparison */
/** @typedef {import("./comparison.mjs").PeerResult} PeerResult */
/** @typedef {import("./interleaved.mjs").Figure} Figure */

/**
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function markdownTable(columns, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * @param {Figure} figure
 * @param {(value: number) => string} written
 */
function withRange({ median, least, most }, written) {
  const range = `${written(least)}–${written(most)}`;
  return least === most ? written(median) : `${written(median)} (${range})`;
}

/**
 * A row a cell: the compiled module, the best of its peers, and how many times as long that takes.
 *
 * @param {readonly Comparison[]} comparisons
 * @returns {string}
 */
export function comparisonTable(comparisons) {
  const cells = Object.keys(comparisons[0]?.cell ?? {});
  const rows = comparisons.map((comparison) => {
    const { cell, ours, aim } = comparison;
    const best = bestPeer(comparison);
    const values = cells.map((name) => String(cell[name]));
    if (best === null) return [...values, withRange(ours, inTime), "none", "", "", ""];
    const ratio = withRange(best.ratio, inRatio);
    const isReached = aim === null || best.ratio.median >= aim;
    return [
      ...values,
      withRange(ours, inTime),
      best.name,
      withRange(best.ns, inTime),
      isReached ? ratio : `**${ratio}**`,
      aim === null ? "" : `${aim}${isReached ? "" : ", missed"}`,
    ];
  });
  return markdownTable([...cells, "compiled", "best peer", "its time", "ratio", "aim"], rows);
}

/**
 * A row a cell with what each peer takes.
 *
 * @param {readonly Comparison[]} comparisons
 * @returns {string}
 */
function peersTable(comparisons) {
  const cells = Object.keys(comparisons[0]?.cell ?? {});
  const names = [...new Set(comparisons.flatMap(({ peers }) => peers.map(({ name }) => name)))];
  const rows = comparisons.map(({ cell, ours, peers }) => [
    ...cells.map((name) => String(cell[name])),
    inTime(ours.median),
    ...names.map((name) => writePeer(peers.find((peer) => peer.name === name))),
  ]);
  const table = markdownTable([...cells, "compiled", ...names], rows);
  return `<details>\n<summary>All peers</summary>\n\n${table}\n\n</details>`;
}

/** @param {PeerResult | undefined} peer */
function writePeer(peer) {
  switch (peer?.kind) {
    case undefined:
      return "";
    case "timed":
      return inTime(peer.ns.median);
    case "once":
      return `${inTime(peer.ns)} (one call)`;
    case "out":
      return `left out: ${peer.reason}`;
  }
}

/**
 * All of a table: the grids that are given, a row a cell, and what each peer takes.
 *
 * @param {readonly Comparison[]} comparisons
 * @param {string} summary
 * @returns {string}
 */
export function comparisonPage(comparisons, summary) {
  const cells = `<details>\n<summary>Each cell</summary>\n\n${comparisonTable(comparisons)}\n\n</details>`;
  return [summary, cells, peersTable(comparisons)].join("\n\n");
}

/**
 * The ratios of many cells at a glance: of all that share a row and a column the least.
 *
 * @param {readonly Comparison[]} comparisons
 * @param {{ row: string, column: string }} by names of parts of the cells
 * @returns {string}
 */
export function ratioGrid(comparisons, { row, column }) {
  const distinct = (/** @type {string} */ name) => [
    ...new Set(comparisons.map(({ cell }) => cell[name] ?? "")),
  ];
  const columns = distinct(column);
  const rows = distinct(row).map((value) => [
    String(value),
    ...columns.map((other) => {
      const here = comparisons.filter(({ cell }) => cell[row] === value && cell[column] === other);
      const ratios = here.map((comparison) => bestPeer(comparison)?.ratio.median ?? Number.NaN);
      const [first] = here;
      if (first === undefined) return "";
      const least = Math.min(...ratios);
      const aim = first.aim === null ? "" : ` / ${first.aim}`;
      return first.aim !== null && least < first.aim
        ? `**${inRatio(least)}**${aim}`
        : `${inRatio(least)}${aim}`;
    }),
  ]);
  return markdownTable([row, ...columns.map(String)], rows);
}

/**
 * Grids of rules and bodies: of late hits and none the worse, and of early hits.
 *
 * @param {readonly Comparison[]} comparisons
 * @returns {string}
 */
export function hitGrids(comparisons) {
  const by = { row: "rules", column: "body" };
  const early = comparisons.filter(({ cell }) => cell.hit === "early");
  const rest = comparisons.filter(({ cell }) => cell.hit !== "early");
  return [
    ...(rest.length > 0
      ? ["Late hit and no hit, the worse of the two; ratio / aim:", ratioGrid(rest, by)]
      : []),
    ...(early.length > 0 ? ["Early hit; ratio / aim:", ratioGrid(early, by)] : []),
  ].join("\n\n");
}
