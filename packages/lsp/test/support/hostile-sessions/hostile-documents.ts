import { exampleFiles } from "@responses/testing/mapping-files";
import type { Random } from "@responses/testing/random";

/** Examples that are analysed quickly: a session opens several. */
const LONGEST_EXAMPLE = 6000;

const EXAMPLES = exampleFiles()
  .map(({ text }) => text)
  .filter((text) => text.length < LONGEST_EXAMPLE);

/** Texts that are no mapping, or one that nobody would write. */
const HOSTILE: readonly string[] = [
  "",
  "\ufeff",
  "\ufeff\ufeffsuccess status 2xx",
  "\0\u0001\u001b[31m",
  "\ud800success keyword \udc00",
  "\r\r\n\n\r\u2028\u2029\u0085",
  "success status 2xx\r\nreject status 4xx\rerror status 5xx",
  `success keyword ${'""'.repeat(3000)}`,
  "error\n".repeat(1500),
  'success keyword "x"\n'.repeat(300),
  `success json "$${".a".repeat(2000)}"\n`,
  `example 200 '${"[".repeat(3000)}' is success\n`,
  `example 200 '${'{"a":'.repeat(1500)}1${"}".repeat(1500)}' is success\nreject json "$..a" as A\n`,
  `example """\n${"<a>".repeat(2000)}\n""" is reject\nreject xml "//a" as A\n`,
  'include "acme.responses"\n',
  'include "/dev/stdin"\ninclude "/dev/zero"\ninclude ".."\ninclude ""\n',
  `include "${"../".repeat(500)}etc/passwd"\ninclude "\ud800"\ninclude "%00"\n`,
  '"""\nan example that never ends',
  `reject word ${Array.from({ length: 400 }, (_, index) => `"w${index}"`).join(", ")} as Many\n`,
  `success keyword "${"é😀\u0301".repeat(1000)}"\n`,
  `example 200 "${"valid ".repeat(2000)}" is success\nsuccess keyword "valid"\n`,
  `${"# responses-ignore untested-rule: x\n".repeat(200)}success status 200\n`,
  '{"baseline":"\\ud800","severity":{"untested-rule":7},"ignore":["{a,b}{a,b}","[","\\u0000"]}',
  `{"rules":${'{"a":'.repeat(3000)}`,
  '{"baseline":"../../../../dev/zero","severity":{"__proto__":"error"}}',
  'capture id from json "$.id"\n'.repeat(60),
  '__proto__ constructor toString\nsystem "__proto__"\nreject status 4xx as "__proto__"\n',
];

/** A text that somebody has open. */
export function randomDocument(random: Random): string {
  return random.chance(0.6) ? random.pick(EXAMPLES) : random.pick(HOSTILE);
}

/** What is typed or pasted into it. */
export function randomInsertion(random: Random): string {
  if (random.chance(0.1)) return randomDocument(random);
  return random.pick([
    "",
    "x",
    '"',
    "\n",
    "\r",
    "😀",
    "\ud800",
    "\0",
    "success ",
    '"""',
    " and not ",
    'include "',
  ]);
}
