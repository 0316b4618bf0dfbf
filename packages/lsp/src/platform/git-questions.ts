/** What the thread that runs git is asked, and what it answers; questions have numbers, and answers those of their questions. */
export type GitQuestion =
  | { readonly id: number; readonly kind: "head"; readonly path: string }
  | {
      readonly id: number;
      readonly kind: "read";
      readonly root: string;
      readonly commit: string;
      readonly path: string;
    }
  /** Which file of the commit is gone, and was this one under another name. */
  | {
      readonly id: number;
      readonly kind: "former";
      readonly root: string;
      readonly commit: string;
      readonly path: string;
      readonly text: string;
    };

export interface GitAnswer {
  readonly id: number;
  readonly said: GitSaid;
}

export type GitSaid =
  | { readonly kind: "head"; readonly root: string; readonly commit: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "former"; readonly path: string }
  | { readonly kind: "missing" }
  | { readonly kind: "none"; readonly reason: string };

/** What tells a thread that it is the one that runs git. */
export const GIT_THREAD = "responses: runs git";
