import { jsonAim } from "../aims.mjs";
import { fieldTable } from "./field-table.mjs";

/* Rules about fields of JSON, beside `JSON.parse`. */

export const json = fieldTable({
  kind: "json",
  field: (name) => `json "$.result.${name}"`,
  readers: (names) => ({
    "JSON.parse": (body) => {
      const result = JSON.parse(body)?.result;
      return names.map((name) => result?.[name]);
    },
  }),
  sizes: [100, 300, 1000, 10_000, 100_000, 1_000_000],
  aim: jsonAim,
});
