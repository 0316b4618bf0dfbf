import type { TokenRole } from "../tokens/token-roles.js";

/** The kinds of token that an editor colours, by names of the protocol. */
export const TOKEN_TYPES = [
  "keyword",
  "function",
  "type",
  "enumMember",
  "variable",
  "event",
  "namespace",
  "property",
  "string",
  "regexp",
  "number",
  "operator",
  "comment",
  "decorator",
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ["declaration", "documentation"] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** How each role is coloured; null for what has no colour. */
export const TYPE_OF_ROLE: Readonly<Record<TokenRole, TokenType | null>> = {
  "statement-word": "keyword",
  "label-word": "keyword",
  connective: "keyword",
  "verdict-word": "keyword",
  "match-word": "function",
  "field-word": "type",
  label: "enumMember",
  capture: "variable",
  "example-name": "event",
  "system-name": "namespace",
  "include-path": "string",
  path: "property",
  pattern: "string",
  body: "string",
  text: "string",
  number: "number",
  mark: "operator",
  unknown: null,
};

/** The roles that a grammar of patterns cannot be sure of. */
export const ROLES_OF_NAMES: ReadonlySet<TokenRole> = new Set(["label", "capture", "example-name"]);
