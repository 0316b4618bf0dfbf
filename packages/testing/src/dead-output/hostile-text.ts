import type { Random } from "../random.js";

/** What a line is begun with by whoever wants to be obeyed. */
const COMMANDS = [
  "::error::x",
  "::add-mask::x",
  "::set-env name=a::b",
  "::stop-commands::x",
  "::endgroup::",
  "##[error]x",
  "##[add-matcher]x",
  "##vso[task.complete result=Succeeded]x",
  "##VSO[task.setvariable variable=a]b",
  "##teamcity[buildStop]",
  "section_start:0:a\r\u001b[0Ka",
  "\u001b]0;title\u0007",
  "\u001b[2J",
  "</script><script>alert(1)</script>",
];
/** What nobody sees, or what turns a text around. */
const UNSEEN = [
  "\u0000",
  "\u0085",
  "\u00ad",
  "\u034f",
  "\u061c",
  "\u115f",
  "\u180e",
  "\u200b",
  "\u200d",
  "\u202e",
  "\u2028",
  "\u2066",
  "\u3164",
  "\ufe0f",
  "\ufeff",
  "\ufff9",
  "\u{1d173}",
  "\u{e0001}",
  "\u{e0041}",
  "\u{e0100}",
];
const PLAIN = [
  "a",
  "b1",
  "accepted",
  "error",
  "é",
  "日本",
  "😀",
  "❤\ufe0f",
  " ",
  "\t",
  '"',
  "'",
  "*",
  "\\",
  "#",
  "`",
  "{}",
];
const LINE_ENDS = ["\n", "\r\n", "\r", "\n    "];

/** A text of up to four pieces of what somebody obeys, does not see, or what begins a line. */
export function hostileText(random: Random): string {
  const pieces = Array.from({ length: 1 + random.integer(0, 3) }, () =>
    random.pick(random.pick([COMMANDS, COMMANDS, UNSEEN, PLAIN, LINE_ENDS])),
  );
  return pieces.join("");
}
