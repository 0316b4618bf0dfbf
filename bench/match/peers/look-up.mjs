/**
 * How one would find the rule for fields that a parser gave: a table a field, from texts in lower case to rules.
 *
 * @param {readonly string[]} texts of the rules, each on the field of its turn
 * @param {number} fieldCount
 * @returns {(values: readonly unknown[]) => number} the first rule that holds for the fields' values, or -1
 */
export function lookUp(texts, fieldCount) {
  const tables = Array.from({ length: fieldCount }, () => /** @type {Map<string, number>} */ (new Map()));
  texts.forEach((text, rule) => {
    tables[rule % fieldCount]?.set(text.toLowerCase(), rule);
  });
  return (values) => {
    let least = -1;
    for (let field = 0; field < tables.length; field++) {
      const value = values[field];
      if (value === undefined || value === null || typeof value === "object") continue;
      const rule = tables[field]?.get(String(value).trim().toLowerCase());
      if (rule !== undefined && (least < 0 || rule < least)) least = rule;
    }
    return least;
  };
}
