import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { grammar } from "../../src/grammar/grammar.js";

/** A stretch of a line that the grammar gives a colour, with its scopes as fixtures write them. */
export interface ColouredToken {
  readonly start: number;
  readonly end: number;
  /** Without `source.responses`, and each without the `.responses` at its end. */
  readonly scopes: string;
}

/** The coloured tokens of each line, by the engine that VS Code uses. What has no colour is left out. */
export async function colouredTokens(
  lines: readonly string[],
): Promise<readonly (readonly ColouredToken[])[]> {
  const loaded = await loadGrammar();
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
    const shown = scopes.slice(1).map((scope) => scope.replace(/\.responses$/, ""));
    const last = result.at(-1);
    if (shown.length === 0 || start === end) continue;
    const token = { start, end, scopes: shown.join(" ") };
    if (last?.end === start && last.scopes === token.scopes) result[result.length - 1] = { ...last, end };
    else result.push(token);
  }
  return result;
}

let loading: Promise<textmate.IGrammar> | null = null;

function loadGrammar(): Promise<textmate.IGrammar> {
  loading ??= load();
  return loading;
}

async function load(): Promise<textmate.IGrammar> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM({ data: new Uint8Array(readFileSync(wasm)) });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(JSON.stringify(grammar), "responses.json"),
  });
  const loaded = await registry.loadGrammar(grammar.scopeName);
  if (loaded === null) throw new Error("the grammar could not be loaded");
  return loaded;
}
