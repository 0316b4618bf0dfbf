/** A label of a rule, with or without its place, whatever its field is. */
type AnyLabel =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "field"; readonly fallback: string | null };

/** The label that needs no response: of one from a field, what stands in for it; null where a rule writes none. */
export function writtenLabel(label: AnyLabel): string | null {
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return label.text;
    case "field":
      return label.fallback;
  }
}
