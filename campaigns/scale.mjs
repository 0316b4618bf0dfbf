// npm run campaign -- scale [FILTER] [--command check] [--from 32768] [--to 524288] [--seconds 120]: how the work of a command grows with
// families of mapping files (campaigns/scale/families.mjs), the worst first. FILTER is a regular expression for their names. Work is
// counted, not timed: how often functions and blocks of the built command, or language server, are entered; times stand beside it. Run
// `npm run build` first.

import { parseArgs } from "node:util";
import { mostGrowth } from "./scale/allowed-growth.mjs";
import { FAMILIES } from "./scale/families.mjs";
import { COMMANDS, growthsOf, measuredFamilies } from "./scale/measured-families.mjs";
import { sizesBetween } from "./scale/sizes.mjs";

const { values, positionals } = parseArgs({
  options: {
    command: { type: "string", default: "check" },
    from: { type: "string", default: String(32 * 1024) },
    to: { type: "string", default: String(512 * 1024) },
    seconds: { type: "string", default: "120" },
  },
  allowPositionals: true,
});
const filter = new RegExp(positionals[0] ?? "");
const names = Object.keys(FAMILIES).filter((name) => filter.test(name));
const commands = values.command.split(",");
const unknown = commands.filter((command) => !Object.hasOwn(COMMANDS, command));

if (unknown.length > 0) {
  process.stderr.write(
    `no such command: ${unknown.join(", ")}; there are ${Object.keys(COMMANDS).join(", ")}\n`,
  );
  process.exitCode = 2;
} else {
  for (const command of commands) await report(command);
}

/** @param {string} command */
async function report(command) {
  const sizes = sizesBetween(Number(values.from), Number(values.to));
  const measured = await measuredFamilies({
    command,
    names,
    sizes,
    patience: 1_000 * Number(values.seconds),
  });
  const worst = measured
    .map((family) => ({ family, growth: Math.max(...growthsOf(family)) }))
    .sort((a, b) => b.growth - a.growth);
  for (const { family, growth } of worst) {
    const steps = family.sizes.map(({ size, run }) =>
      run === null
        ? `${size / 1024} kB: not in ${values.seconds} s`
        : `${size / 1024} kB: ${(run.work / 1e6).toFixed(2)} M, ${run.milliseconds} ms`,
    );
    process.stdout.write(`×${growth.toFixed(2)} ${family.name}: ${steps.join("; ")}\n`);
  }
  const above = worst.filter(({ family: { name }, growth }) => growth > mostGrowth(command, name));
  process.stdout.write(
    `${command}: ${worst.length} families, ${above.length} grow by more than is allowed\n\n`,
  );
  if (above.length > 0) process.exitCode = 1;
}
