import { Engine, Operator } from "json-rules-engine";
import AhoCorasick from "modern-ahocorasick";
import { RE2JS, RE2Set } from "re2js";
import { nativeSet } from "./native-re2.mjs";

/*
 * How one would find the first of many texts in a body without this project. Each peer answers with the index of the first
 * rule whose text the body has, or -1; case is ignored.
 */

/** @typedef {import("../comparison.mjs").Out} Out */
/** @typedef {import("../interleaved.mjs").Competitor<string>} TextPeer */

/** json-rules-engine awaits each rule; with more rules or longer bodies it is far behind, and costs the run minutes. */
const MOST_FOR_ENGINE = { rules: 100, size: 1000 };

/** With more, it takes seconds for a body. */
const MOST_ALTERNATIVES = 2000;

/** With the 8 MB that it takes by itself, 10,000 rules take a second for a kilobyte. */
const RE2JS_MEMORY = 2 ** 28;

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/**
 * @param {readonly number[]} indices
 * @returns {number} the least, or -1
 */
function leastOf(indices) {
  let least = -1;
  for (const index of indices) if (least < 0 || index < least) least = index;
  return least;
}

/** @type {Readonly<Record<string, (texts: readonly string[]) => TextPeer["work"] | string>>} */
const PEERS = {
  "toLowerCase, includes"(texts) {
    const folded = texts.map((text) => text.toLowerCase());
    return (body) => {
      const lower = body.toLowerCase();
      for (let n = 0; n < folded.length; n++) if (lower.includes(folded[n] ?? "")) return n;
      return -1;
    };
  },

  "a RegExp a rule"(texts) {
    const patterns = texts.map((text) => new RegExp(escaped(text), "i"));
    return (body) => {
      for (let n = 0; n < patterns.length; n++) if (patterns[n]?.test(body)) return n;
      return -1;
    };
  },

  // The first alternative that occurs anywhere, not the one that occurs first.
  "ordered alternation"(texts) {
    if (texts.length > MOST_ALTERNATIVES) return `${texts.length} alternatives are too many`;
    const pattern = new RegExp(`^(?:${texts.map((text) => `[^]*?${escaped(text)}()`).join("|")})`, "i");
    return (body) => {
      const found = pattern.exec(body);
      return found === null ? -1 : found.indexOf("", 1) - 1;
    };
  },

  // Every place where a text begins, for a rule above those found; right only as long as no text begins with another.
  "alternation, every hit"(texts) {
    const any = new RegExp(texts.map(escaped).join("|"), "gi");
    const rules = new Map(texts.map((text, n) => [text.toLowerCase(), n]));
    return (body) => {
      let least = -1;
      any.lastIndex = 0;
      for (let hit = any.exec(body); hit !== null; hit = any.exec(body)) {
        const rule = rules.get(hit[0].toLowerCase()) ?? -1;
        if (rule === 0) return 0;
        if (least < 0 || rule < least) least = rule;
        any.lastIndex = hit.index + 1;
      }
      return least;
    };
  },

  "modern-ahocorasick"(texts) {
    const automaton = new AhoCorasick(texts.map((text) => text.toLowerCase()));
    return (body) => {
      let least = -1;
      for (const { patternIndex } of automaton.search(body.toLowerCase())) {
        if (least < 0 || patternIndex < least) least = patternIndex;
      }
      return least;
    };
  },

  "re2js set"(texts) {
    const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE, RE2JS_MEMORY);
    for (const text of texts) set.add(escaped(text));
    set.compile();
    return (body) => leastOf(set.match(body));
  },

  "native re2 set"(texts) {
    const NativeSet = nativeSet();
    if (typeof NativeSet === "string") return NativeSet;
    try {
      const set = new NativeSet(texts.map(escaped), "i");
      return (body) => leastOf(set.match(body));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
};

/** @param {readonly string[]} texts */
function engineFor(texts) {
  const engine = new Engine();
  engine.addOperator(
    new Operator("has", (body, text) => typeof body === "string" && body.includes(String(text))),
  );
  texts.forEach((text, index) => {
    engine.addRule({
      conditions: { all: [{ fact: "body", operator: "has", value: text.toLowerCase() }] },
      event: { type: "hit", params: { index } },
    });
  });
  return async (/** @type {string} */ body) => {
    const { events } = await engine.run({ body: body.toLowerCase() });
    return leastOf(events.map(({ params }) => Number(params?.index)));
  };
}

/**
 * The peers for a list of texts, made once for all bodies.
 *
 * @param {readonly string[]} texts of the rules, in order
 * @returns {(size: number) => readonly (TextPeer | Out)[]} those for bodies of the size, in bytes
 */
export function textPeers(texts) {
  const peers = Object.entries(PEERS).map(([name, make]) => {
    const made = make(texts);
    return typeof made === "string"
      ? /** @type {const} */ ({ kind: "out", name, reason: made })
      : { name, work: made };
  });
  const name = "json-rules-engine";
  const work = texts.length <= MOST_FOR_ENGINE.rules ? engineFor(texts) : null;
  return (size) =>
    work !== null && size <= MOST_FOR_ENGINE.size
      ? [...peers, { name, isAsynchronous: true, work }]
      : [...peers, { kind: "out", name, reason: "too slow" }];
}
