/** What the thread that runs git is asked, one question after the other: each is answered before the next comes. */
export type GitQuestion =
  | { readonly kind: "head"; readonly path: string }
  | { readonly kind: "read"; readonly root: string; readonly commit: string; readonly path: string }
  /** Which file of the commit is gone, and was this one under another name. */
  | {
      readonly kind: "former";
      readonly root: string;
      readonly commit: string;
      readonly path: string;
      readonly text: string;
    };

/** What it answers. */
export type GitSaid =
  | { readonly kind: "head"; readonly root: string; readonly commit: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "former"; readonly path: string }
  | { readonly kind: "missing" }
  | { readonly kind: "none"; readonly reason: string };

/** What tells a thread that it is the one that runs git. */
export const GIT_THREAD = "responses: runs git";
