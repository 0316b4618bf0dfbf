import type { LocalSpan, StatementSyntax, Suppression } from "@responses/dsl";
import { lex, type Token } from "@responses/dsl/editor";
import { rolesOf, type TokenRole } from "../tokens/token-roles.js";
import { ROLES_OF_NAMES, type TokenModifier, type TokenType, TYPE_OF_ROLE } from "./legend.js";

/** A stretch of a statement's text that has a colour, on one line. */
export interface ColouredStretch {
  readonly from: number;
  readonly to: number;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

/**
 * The coloured stretches of a statement, or of the text before the first one, in order. With `namesOnly` what an editor
 * with a grammar of patterns colours by itself is left out.
 */
export function colouredStretches(
  { text, wordSpan, suppressions }: Pick<StatementSyntax, "text" | "wordSpan" | "suppressions">,
  namesOnly: boolean,
): readonly ColouredStretch[] {
  const { tokens, comments } = lex(text);
  const roles = rolesOf(tokens);
  const declares = tokens[0]?.image !== "example";
  const stretches: ColouredStretch[] = [];
  tokens.forEach((token, index) => {
    const role = roles[index] ?? "unknown";
    if (namesOnly && !ROLES_OF_NAMES.has(role)) return;
    for (const stretch of tokenStretches(token, role, declares)) stretches.push(stretch);
  });
  if (!namesOnly) {
    const names = findingNames(suppressions);
    for (const { from, to } of comments) {
      const modifier = from < wordSpan.from ? "documentation" : null;
      for (const stretch of commentStretches({ from, to }, names.get(from), modifier))
        stretches.push(stretch);
    }
  }
  const sorted = stretches.sort((a, b) => a.from - b.from);
  return sorted.flatMap((stretch) => onLines(stretch, text));
}

function tokenStretches(token: Token, role: TokenRole, declares: boolean): readonly ColouredStretch[] {
  const type = TYPE_OF_ROLE[role];
  if (type === null) return [];
  const span = { from: token.startOffset, to: token.endOffset + 1 };
  if (role === "pattern") return patternStretches(token, span);
  const isName = role === "label" || role === "capture";
  return [{ ...span, type, modifier: isName && declares ? "declaration" : null }];
}

/** A text with the asterisks that stand for anything apart. */
function patternStretches({ image }: Token, { from, to }: LocalSpan): readonly ColouredStretch[] {
  const stretches: ColouredStretch[] = [];
  const isBlock = image.startsWith('"""');
  let plainFrom = from;
  const addPlain = (end: number) => {
    if (plainFrom < end) stretches.push({ from: plainFrom, to: end, type: "string", modifier: null });
  };
  for (let index = 0; index < image.length; index++) {
    const character = image.charAt(index);
    if (character === "\\" && !isBlock) index++;
    if (character !== "*") continue;
    const at = from + index;
    addPlain(at);
    stretches.push({ from: at, to: at + 1, type: "regexp", modifier: null });
    plainFrom = at + 1;
  }
  addPlain(to);
  return stretches;
}

/** The places of the names of suppressed findings, by where their comments begin. */
function findingNames(suppressions: readonly Suppression[]): ReadonlyMap<number, LocalSpan> {
  return new Map(
    suppressions.flatMap((suppression) =>
      suppression.kind === "suppression" ? [[suppression.span.from, suppression.nameSpan]] : [],
    ),
  );
}

function commentStretches(
  { from, to }: LocalSpan,
  name: LocalSpan | undefined,
  modifier: TokenModifier | null,
): readonly ColouredStretch[] {
  if (name === undefined) return [{ from, to, type: "comment", modifier }];
  return [
    { from, to: name.from, type: "comment", modifier },
    { ...name, type: "decorator", modifier: null },
    { from: name.to, to, type: "comment", modifier },
  ];
}

/** The pieces of a stretch on each of its lines: few clients take tokens of several lines. */
function onLines(stretch: ColouredStretch, text: string): readonly ColouredStretch[] {
  const own = text.slice(stretch.from, stretch.to);
  if (!/[\r\n]/.test(own)) return [stretch];
  const pieces: ColouredStretch[] = [];
  let from = stretch.from;
  for (const { index, 0: lineEnd } of own.matchAll(/\r\n|\n|\r|$/g)) {
    const to = stretch.from + index;
    if (from < to) pieces.push({ ...stretch, from, to });
    from = to + lineEnd.length;
  }
  return pieces;
}
