import { FORM_AIM } from "../aims.mjs";
import { fieldTable } from "./field-table.mjs";

/* Rules about fields of forms, beside `URLSearchParams`. */

export const form = fieldTable({
  kind: "form",
  field: (name) => `form "${name}"`,
  readers: (names) => ({
    URLSearchParams: (body) => {
      const pairs = new URLSearchParams(body);
      return names.map((name) => pairs.get(name));
    },
  }),
  sizes: [100, 300, 1000, 10_000, 100_000],
  aim: () => FORM_AIM,
});
