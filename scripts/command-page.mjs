import { join } from "node:path";
import { root, run } from "./step.mjs";

const COMMAND = join(root, "packages/cli/dist/responses.mjs");

const INTRODUCTION = `# The command

What \`responses --help\` and \`responses COMMAND --help\` print, made by \`npm run docs\`. For how the commands are used together, see
the [guides](guides/getting-started.md).
`;

/** The reference of the command as Markdown: the help of the built command and of each of its commands, in the order of the help. */
export async function commandPage() {
  const general = await helpOf("");
  const list = /^Commands:\n((?: {2}.*\n)+)/m.exec(general)?.[1] ?? "";
  const names = [...list.matchAll(/^ {2}([a-z]+)/gm)].flatMap(([, name = ""]) =>
    name === "help" ? [] : [name],
  );
  const sections = [`## responses\n\n${fenced(general)}`];
  for (const name of names) sections.push(`## responses ${name}\n\n${fenced(await helpOf(name))}`);
  return `${INTRODUCTION}\n${sections.join("\n")}`;
}

/** @param {string} command */
async function helpOf(command) {
  const { succeeded, output } = await run(`node "${COMMAND}" ${command} --help`, {
    NO_COLOR: "1",
    COLUMNS: "80",
  });
  if (!succeeded) throw new Error(`responses ${command} --help failed; build first\n${output}`);
  return output;
}

/** @param {string} text */
function fenced(text) {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
}
