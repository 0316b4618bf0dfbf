import type { Mapping, Response } from "@responses/dsl";
import type { Random } from "@responses/testing/random";
import { responsesFor } from "@responses/testing/random-responses";
import { inOtherCase, slightlyChanged } from "@responses/testing/random-texts";

const encoder = new TextEncoder();

/** Bytes that the scanner reads at a time (packages/dsl/src/runtime/text-scan-exports.ts). */
const PART = 65_536;

/** Texts of the mapping's rules. */
function textsOf({ rules }: Mapping): readonly string[] {
  const texts = rules.flatMap(({ model: { condition } }) =>
    condition.kind === "otherwise"
      ? []
      : condition.tests.flatMap(({ test }) =>
          test.kind === "text" ? test.texts.flatMap(({ pieces }) => pieces) : [],
        ),
  );
  return texts.length === 0 ? ["x"] : texts;
}

/** Draws responses near the mapping, now and then the beginning of the one before: what stood behind it is no part of it. */
export function nearResponses(mapping: Mapping): (random: Random) => Response {
  const near = responsesFor(mapping);
  const texts = textsOf(mapping);
  let before: Response = { status: 200, body: "" };
  return (random) => {
    const choice = random.fraction();
    if (choice < 0.1) before = { ...before, body: cut(before.body, random) };
    else if (choice < 0.4) before = { ...near(random), body: inForm(joined(texts, random), random) };
    else before = near(random);
    return before;
  };
}

function cut(body: Response["body"], random: Random): Response["body"] {
  if (typeof body === "string") return body.slice(0, random.integer(0, body.length));
  return body instanceof Uint8Array ? body.subarray(0, random.integer(0, body.length)) : body;
}

/** Some of the texts, in other case or nearly so, with what can stand between them. */
function joined(texts: readonly string[], random: Random): string {
  const between = random.pick(["", " ", "-", "x", "\u00e9", "\u0301", "\ud83d\ude00", "\ud800", "\n"]);
  const pieces = random.several(1, random.pick([1, 1, 2, 3, 10]), () => {
    const text = inOtherCase(random, random.pick(texts));
    return random.chance(0.5) ? slightlyChanged(random, text) : text;
  });
  return pieces.join(between);
}

/** The body as text, or as bytes that stand among others. */
function inForm(body: string, random: Random): string | Uint8Array {
  if (random.chance(0.6)) return body;
  const bytes = encoder.encode(body);
  const room = new Uint8Array(bytes.length + 24).fill(random.pick([0x20, 0x61, 0xe9, 0xbf]));
  const start = random.integer(0, 12);
  room.set(bytes, start);
  if (random.chance(0.2)) room[start + random.integer(0, bytes.length)] = random.integer(0x80, 0xff);
  return room.subarray(start, start + bytes.length);
}

const FILLERS = ["-", "x", " ", "a", "\u00e9", "\u65e5", "\u{1f600}", "ab", "\u0301"];

/** Draws bodies that are about as long as the scanner's parts or longer, with a text near where two meet, or at the end. */
export function longResponses(mapping: Mapping): (random: Random) => Response {
  const texts = textsOf(mapping);
  return (random) => {
    const filler = random.pick(FILLERS);
    const text = joined(texts, random);
    const length = encoder.encode(text).length;
    // A part begins with the end of the one before, so that the second and the third end earlier than at twice and thrice.
    const overlap = random.pick([0, 0, random.integer(8, 200)]);
    const meeting = PART + random.pick([0, 0, 0, 1, 2]) * (PART - overlap);
    const start = meeting - random.integer(-12, length + 12);
    const before = filled(filler, Math.max(0, start));
    const after = filled(
      random.pick(FILLERS),
      random.pick([0, 0, 1, 3, 20, 1000, PART, meeting - start - length]),
    );
    const body = (random.chance(0.1) ? "\ufeff" : "") + before + text + after;
    return { status: random.pick([200, 200, 404, 503]), body: inForm(body, random) };
  };
}

/** About as many bytes of the filler: what it leaves is dashes. */
function filled(filler: string, bytes: number): string {
  if (bytes <= 0) return "";
  const own = encoder.encode(filler).length;
  const count = Math.floor(bytes / own);
  return "-".repeat(bytes - own * count) + filler.repeat(count);
}
