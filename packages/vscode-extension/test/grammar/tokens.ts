import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { grammar } from "../../src/grammar/grammar.js";
import { verdictGrammar } from "../../src/grammar/verdict-grammar.js";

/** A stretch of a line that the grammar gives a colour, with its scopes as fixtures write them. */
export interface ColouredToken {
  readonly start: number;
  readonly end: number;
  /** Without the grammar's own, and each without `.responses` or `.responses-verdict` at its end. */
  readonly scopes: string;
}

/** The coloured tokens of each line, by the engine that VS Code uses. What has no colour is left out. */
export async function colouredTokens(
  lines: readonly string[],
  scopeName: string = grammar.scopeName,
): Promise<readonly (readonly ColouredToken[])[]> {
  const loaded = await loadGrammar(scopeName);
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
    state = ruleStack;
    return joined(tokens, line.length);
  });
}

/** Neighbours of equal scopes are one. */
function joined(tokens: readonly textmate.IToken[], length: number): readonly ColouredToken[] {
  const result: ColouredToken[] = [];
  for (const { startIndex, endIndex, scopes } of tokens) {
    const start = startIndex;
    const end = Math.min(endIndex, length);
    const shown = scopes.slice(1).map((scope) => scope.replace(/\.responses(?:-verdict)?$/, ""));
    const last = result.at(-1);
    if (shown.length === 0 || start === end) continue;
    const token = { start, end, scopes: shown.join(" ") };
    if (last?.end === start && last.scopes === token.scopes) result[result.length - 1] = { ...last, end };
    else result.push(token);
  }
  return result;
}

const GRAMMARS: ReadonlyMap<string, object> = new Map(
  [grammar, verdictGrammar].map((one) => [one.scopeName, one]),
);

let loading: Promise<textmate.Registry> | null = null;

async function loadGrammar(scopeName: string): Promise<textmate.IGrammar> {
  loading ??= load();
  const loaded = await (await loading).loadGrammar(scopeName);
  if (loaded === null) throw new Error(`the grammar ${scopeName} could not be loaded`);
  return loaded;
}

async function load(): Promise<textmate.Registry> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM({ data: new Uint8Array(readFileSync(wasm)) });
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => textmate.parseRawGrammar(JSON.stringify(GRAMMARS.get(name)), "grammar.json"),
  });
}
