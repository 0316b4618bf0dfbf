import type { ExampleModel } from "../model/mapping.js";

/** The examples, in their order, whose bodies have no more characters together; a longer one leaves its room to those behind it. */
export function withinCharacters(examples: readonly ExampleModel[], most: number): readonly ExampleModel[] {
  let left = most;
  return examples.filter(({ body }) => {
    if (body.length > left) return false;
    left -= body.length;
    return true;
  });
}
