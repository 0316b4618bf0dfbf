import { addAll } from "../../incremental/long-lists.js";
import { RUNTIME_PIECES, type RuntimeName, type RuntimePiece } from "./runtime-text.generated.js";

const piecesByName: ReadonlyMap<RuntimeName, RuntimePiece> = new Map(
  RUNTIME_PIECES.map((piece) => [piece.name, piece]),
);

/** The runtime declarations of these names, and those that they need, as text and in their order. */
export function selectRuntime(names: Iterable<RuntimeName>): string {
  const wanted = new Set<RuntimeName>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (wanted.has(name)) continue;
    wanted.add(name);
    addAll(open, piecesByName.get(name)?.needs ?? []);
  }
  return RUNTIME_PIECES.filter(({ name }) => wanted.has(name))
    .map(textOf)
    .join("\n\n");
}

/** What has been put together before: whoever compiles many mappings needs the same pieces again. */
const texts = new Map<RuntimeName, string>();

function textOf({ name, lines }: RuntimePiece): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = lines.join("\n");
  texts.set(name, text);
  return text;
}
