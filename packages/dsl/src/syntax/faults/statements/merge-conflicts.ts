import { type Explainer, problemAt } from "../explanation.js";

/** As git, and others, write what they could not merge: `<<<<<<< HEAD`, `=======`, `>>>>>>> branch`, and `|||||||` between. */
const MARKER = /^(?:<{7}|>{7}|\|{7}|={7})(?=\s|$)/;

/** A line that git has left. Nobody but the author knows which of the sides is meant, so there is no fix. */
export const explainMergeConflict: Explainer = (fault, found) => {
  const { text } = fault;
  const above = text.slice(0, found.startOffset);
  const start = Math.max(above.lastIndexOf("\n"), above.lastIndexOf("\r")) + 1;
  const [marker] = MARKER.exec(text.slice(start)) ?? [];
  if (marker === undefined || start + marker.length <= found.startOffset) return null;
  return problemAt({ from: start, to: start + marker.length }, { problem: "merge-conflict" });
};
