// Writes src/compile/javascript/runtime-text.generated.ts: the declarations of src/runtime as JavaScript text, which
// compiled modules carry as far as they need them.
//
//   node scripts/generate-runtime-text.mjs           writes the file
//   node scripts/generate-runtime-text.mjs --print   prints it instead (a test compares)

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const outputFile = join(packageFolder, "src/compile/javascript/runtime-text.generated.ts");

/** The runtime's files as JavaScript of ES2020, by name; comments stay, since people read compiled modules. */
function compileRuntime() {
  const folder = mkdtempSync(join(tmpdir(), "responses-runtime-"));
  try {
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
      "bin/tsc",
    );
    execFileSync(process.execPath, [
      compiler,
      "-p",
      join(packageFolder, "tsconfig.runtime.json"),
      "--outDir",
      folder,
    ]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
    return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files in an order in which each comes after those that it imports. */
function inImportOrder(files) {
  const ordered = new Set();
  const visit = (name) => {
    if (ordered.has(name)) return;
    for (const [, imported] of files.get(name).matchAll(/from "\.\/([^"]+)"/g)) visit(imported);
    ordered.add(name);
  };
  for (const name of files.keys()) visit(name);
  return [...ordered];
}

/** A file's top-level declarations: the name, the text with the comment above it, and the identifiers in it. */
function declarationsOf(code) {
  const comments = [];
  const tree = parse(code, { ecmaVersion: 2020, sourceType: "module", onComment: comments });
  return tree.body.flatMap((node) => {
    const declaration = node.type === "ExportNamedDeclaration" ? node.declaration : node;
    if (declaration == null || declaration.type === "ImportDeclaration") return [];
    const name = declaration.id?.name ?? declaration.declarations[0].id.name;
    const comment = comments.find(
      ({ type, end }) => type === "Block" && end <= node.start && code.slice(end, node.start).trim() === "",
    );
    const text = [comment && code.slice(comment.start, comment.end), withPureMarks(code, declaration)];
    return [
      { name, text: indented(text.filter(Boolean).join("\n")), identifiers: identifiersIn(declaration) },
    ];
  });
}

/**
 * The text of a declaration. What runs while the module is loaded is marked as giving a value and doing nothing else: so bundlers
 * leave it out where nobody needs the value.
 */
function withPureMarks(code, declaration) {
  const starts = declaration.type === "VariableDeclaration" ? callsWhileLoading(declaration) : [];
  let text = "";
  let copied = declaration.start;
  for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
    text += `${code.slice(copied, start)}/* @__PURE__ */ `;
    copied = start;
  }
  return text + code.slice(copied, declaration.end);
}

/** Where calls begin that are not inside functions. */
function callsWhileLoading(node, found = []) {
  if (node === null || typeof node !== "object" || /Function/.test(node.type)) return found;
  if (node.type === "NewExpression" || node.type === "CallExpression") found.push(node.start);
  for (const child of Object.values(node)) callsWhileLoading(child, found);
  return found;
}

/** The compiler indents by four spaces, the project by two; compiled modules are ASCII throughout. */
function indented(text) {
  return text
    .replace(/^(?: {4})+/gm, (spaces) => " ".repeat(spaces.length / 2))
    .replaceAll("\u00a7", "section ");
}

/** Names of properties apart. */
function identifiersIn(node, found = new Set()) {
  if (node === null || typeof node !== "object") return found;
  if (node.type === "Identifier") found.add(node.name);
  for (const [key, child] of Object.entries(node)) {
    const namesProperty = !node.computed && (key === "property" || (key === "key" && !node.shorthand));
    if (!namesProperty) identifiersIn(child, found);
  }
  return found;
}

function runtimePieces() {
  const files = compileRuntime();
  const declarations = inImportOrder(files).flatMap((name) => declarationsOf(files.get(name)));
  const names = new Set(declarations.map(({ name }) => name));
  if (names.size !== declarations.length)
    throw new Error("two declarations of src/runtime have the same name");
  return declarations.map(({ name, text, identifiers }) => {
    const needs = [...identifiers].filter((identifier) => identifier !== name && names.has(identifier));
    return { name, needs: needs.sort(), text };
  });
}

function sourceText() {
  const declarations = runtimePieces();
  const names = declarations.map(({ name }) => `  | ${JSON.stringify(name)}`);
  const pieces = declarations.map(({ name, needs, text }) => {
    if (/[^\n\x20-\x7e]/.test(text)) throw new Error(`${name} holds characters outside ASCII`);
    const lines = text.split("\n").map((line) => `      ${JSON.stringify(line)},`);
    return `  {\n    name: ${JSON.stringify(name)},\n    needs: ${JSON.stringify(needs)},\n    lines: [\n${lines.join("\n")}\n    ],\n  },`;
  });
  return `// Generated by scripts/generate-runtime-text.mjs from src/runtime. Do not edit.

/** The names of all declarations of the runtime. */
export type RuntimeName =
${names.join("\n")};

/** A declaration of the runtime as JavaScript (ES2020), and the other declarations that it needs. */
export interface RuntimePiece {
  readonly name: RuntimeName;
  readonly needs: readonly RuntimeName[];
  readonly lines: readonly string[];
}

/** In an order in which they can stand in a module. */
export const RUNTIME_PIECES: readonly RuntimePiece[] = [
${pieces.join("\n")}
];
`;
}

if (process.argv.includes("--print")) process.stdout.write(sourceText());
else writeFileSync(outputFile, sourceText());
