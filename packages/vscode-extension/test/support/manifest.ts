import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");

/** The extension's package.json, as far as tests look at it. */
export const manifest = JSON.parse(text) as Manifest;

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly problemPatterns: readonly { readonly patterns: readonly ProblemPattern[] }[];
    readonly problemMatchers: readonly ProblemMatcher[];
  };
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

interface WalkthroughStep {
  readonly description: string;
  readonly completionEvents: readonly string[];
}

/** A line of a problem, and which group of its expression is what. */
export interface ProblemPattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
}

interface ProblemMatcher {
  readonly name: string;
  readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
}
