import { writeString } from "../../syntax/text-literal.js";

/** A path as a string literal; its asterisks are the path's own and stay bare. */
export function quotePath(path: string): string {
  const [first = "", ...rest] = path.split("*");
  return writeString([first, ...rest]);
}
