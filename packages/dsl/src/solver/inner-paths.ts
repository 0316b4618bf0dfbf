import type { DescribedField } from "../model/field.js";

/** Whether the path of a JSON field goes on inside the values that another JSON field picks. */
export function goesOnInside(inner: DescribedField, outer: DescribedField): boolean {
  if (inner.kind !== "json" || outer.kind !== "json" || inner.path.length <= outer.path.length) return false;
  return outer.path.every((segment, index) => {
    const other = inner.path[index];
    if (other === undefined || other.kind !== segment.kind) return false;
    if (segment.kind === "name") return other.kind === "name" && other.name === segment.name;
    return segment.kind === "all" || (other.kind === "index" && other.index === segment.index);
  });
}
