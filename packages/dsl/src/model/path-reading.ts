/** What reading a path gives: its parts, or what is wrong, and the path that was probably meant. */
export type PathReading<Path> =
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "fault"; readonly problem: string; readonly suggestion: PathSuggestion | null };

/** The path that was probably meant, and whether there is hardly a doubt of it. */
export interface PathSuggestion {
  readonly path: string;
  readonly certain: boolean;
}
