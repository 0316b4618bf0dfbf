/**
 * The column that as many texts as possible can be brought to by adding no more than `most` blanks to each, given their
 * widths; of several the leftmost. Texts that are longer, or too short, stay out of it: one long line must not push all
 * others to the right. Null for no texts.
 */
export function chooseColumn(widths: readonly number[], most: number): number | null {
  const sorted = [...widths].sort((a, b) => a - b);
  let best: number | null = null;
  let bestCount = 0;
  let first = 0;
  sorted.forEach((width, index) => {
    while ((sorted[first] ?? width) < width - most) first++;
    const count = index - first + 1;
    if (count > bestCount) {
      best = width;
      bestCount = count;
    }
  });
  return best;
}

/** The blanks that bring a text of this width to the column; none where it is out of reach. */
export function blanksTo(column: number | null, width: number, most: number): string {
  if (column === null || width > column || width < column - most) return "";
  return " ".repeat(column - width);
}
