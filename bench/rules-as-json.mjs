import { makeRules } from "./mappings.mjs";

/** @type {import("vscode-json-languageservice").JSONSchema} */
export const RULES_SCHEMA = {
  type: "object",
  description: "The rules of a mapping as data.",
  properties: {
    rules: {
      type: "array",
      items: {
        type: "object",
        required: ["test", "label"],
        properties: {
          test: { type: "string", description: "What is tested." },
          label: { type: "string", description: "The label of the verdict." },
          example: { type: "string", description: "A response that it decides." },
        },
        additionalProperties: false,
      },
    },
  },
};

/**
 * The rules of `makeMapping(count)` as JSON, one a line.
 *
 * @param {number} count
 */
export function rulesAsJson(count) {
  const rules = makeRules(count - 1).map(({ written, label, body }, n) =>
    JSON.stringify({ test: written, label, ...(n % 10 === 0 ? { example: body } : {}) }),
  );
  return `{ "rules": [\n${rules.join(",\n")}\n] }\n`;
}
