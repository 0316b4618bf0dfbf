import type { PositiveTest } from "@responses/dsl";

/** A test of the field, and its number. */
export interface AskedOfField {
  readonly number: number;
  readonly test: Exclude<PositiveTest, { readonly kind: "status" }>;
}

/** Which tests hold for each of the texts that matter, the empty one among them, and for any other. */
export interface ValuesOfField {
  readonly values: readonly { readonly holds: bigint; readonly text: string }[];
  ofText(text: string): bigint;
}
