import { RUNTIME_PIECES, type RuntimePiece } from "./runtime-text.generated.js";

const piecesByName: ReadonlyMap<string, RuntimePiece> = new Map(
  RUNTIME_PIECES.map((piece) => [piece.name, piece]),
);

/** The runtime declarations that the code names, and those that these need, as text and in their order. */
export function selectRuntime(code: string): string {
  const wanted = new Set<string>();
  const open = identifiersIn(code);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const piece = piecesByName.get(name);
    if (piece === undefined || wanted.has(name)) continue;
    wanted.add(name);
    open.push(...piece.needs);
  }
  return RUNTIME_PIECES.filter(({ name }) => wanted.has(name))
    .map(({ lines }) => lines.join("\n"))
    .join("\n\n");
}

/** The names in generated code: what stands between its string literals, comment lines left out. */
function identifiersIn(code: string): string[] {
  const lines = code.split("\n").filter((line) => !line.trimStart().startsWith("//"));
  const withoutEscapes = lines.join("\n").replaceAll("\\\\", "").replaceAll('\\"', "");
  const outside = withoutEscapes.split('"').filter((_, index) => index % 2 === 0);
  return [...new Set(outside.join(" ").match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [])];
}
