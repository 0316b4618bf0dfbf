import { decides, IMPOSSIBLE, type Pitfall, takenBy } from "./pitfall.js";

/** White space at a text's edge meets that `exact` leaves off at the body's ends. */
export const WHITE_SPACE_PITFALLS: readonly Pitfall[] = [
  {
    name: "the space that a keyword begins with is left off before exact is asked",
    rules: ['reject exact "* a*"', 'success keyword " a"'],
    answers: [decides("x a"), decides(" a")],
  },
  {
    name: "the space that a keyword ends in is left off before exact is asked",
    rules: ['reject exact "*a *"', 'success keyword "a "'],
    answers: [decides("a x"), decides("a ")],
  },
  {
    name: "a space at the front stands inside, or what follows it comes first: two rules on text alone cover together",
    rules: ['reject exact "* a*"', 'reject exact "a*"', 'success keyword " a"'],
    answers: [decides("x a"), decides("ax"), takenBy([0, 1])],
  },
  {
    name: "the same at the end",
    rules: ['reject exact "*a"', 'reject exact "*a *"', 'success keyword "a "'],
    answers: [decides("xa"), decides("a x"), takenBy([0, 1])],
  },
  {
    name: "a space at both ends of a keyword is left off at one, at the other, or at both",
    rules: ['reject exact "* a *"', 'reject exact "a *"', 'reject exact "* a"', 'success keyword " a "'],
    answers: [decides("x a x"), decides("a x"), decides("x a"), decides(" a ")],
  },
  {
    name: "and then four rules cover together",
    rules: [
      'reject exact "* a *"',
      'reject exact "a *"',
      'reject exact "* a"',
      'reject exact "a"',
      'success keyword " a "',
    ],
    answers: [decides("x a x"), decides("a x"), decides("x a"), decides("a"), takenBy([0, 1, 2, 3])],
  },
  {
    name: "a word may end in the space that exact does not see",
    rules: ['reject exact "*a *"', 'success word "a "'],
    answers: [decides("a x"), decides("a ")],
  },
  {
    name: "exact with white space at an end never holds",
    rules: ['success exact " a"', 'success exact "a "', 'reject exact "* "', 'reject exact "\\n*"'],
    answers: [IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "so without it everything holds",
    rules: ['success not exact " a"', 'reject keyword "x"'],
    answers: [decides(""), takenBy([0])],
  },
  {
    name: "one of a list may be possible",
    rules: ['success exact " a", "b"'],
    answers: [decides("b")],
  },
  {
    name: "a byte order mark is white space, a space that does not break is none",
    rules: ['success exact "\\u{FEFF}a"', 'success exact "\\u{A0}a"', 'success exact "\\u{B}a"'],
    answers: [IMPOSSIBLE, decides("\u00a0a"), IMPOSSIBLE],
  },
  {
    name: "white space alone is the empty body for exact",
    rules: ['reject exact ""', 'success keyword " " and not exact "*a*"', 'success exact "a"'],
    answers: [decides(" "), decides("x x"), decides(" a ")],
  },
  {
    name: "nothing but white space on either side of a wildcard",
    rules: ['reject exact "* *"', 'success keyword " " and not exact "" and not exact "a"'],
    answers: [decides("a b"), decides(" b")],
  },
];

/** Two texts can share letters of the body. */
export const OVERLAP_PITFALLS: readonly Pitfall[] = [
  {
    name: "one keyword ends with what the other begins with",
    rules: [
      'reject exact "*lead dup*dup phone*"',
      'reject exact "*dup phone*lead dup*"',
      'success keyword "lead dup" and keyword "dup phone"',
    ],
    answers: [decides("lead dup dup phone"), decides("dup phone lead dup"), decides("lead dup phone")],
  },
  {
    name: "with the way in which they overlap all are covered",
    rules: [
      'reject exact "*lead dup*dup phone*"',
      'reject exact "*dup phone*lead dup*"',
      'reject keyword "lead dup phone"',
      'success keyword "lead dup" and keyword "dup phone"',
    ],
    answers: [
      decides("lead dup dup phone"),
      decides("dup phone lead dup"),
      decides("lead dup phone"),
      takenBy([0, 1, 2]),
    ],
  },
  {
    name: "and that one of two texts cannot be says nothing of the other",
    rules: [
      'reject exact "*lead dup*dup phone*"',
      'reject exact "*dup phone*lead dup*"',
      'reject keyword "lead dup phone"',
      'success keyword "lead dup", "sold" and keyword "dup phone"',
    ],
    answers: [
      decides("lead dup dup phone"),
      decides("dup phone lead dup"),
      decides("lead dup phone"),
      decides("sold dup phone"),
    ],
  },
  {
    name: "a text overlaps itself",
    rules: ['reject exact "*aa*aa*"', 'success keyword "aaa"'],
    answers: [decides("aaaa"), decides("aaa")],
  },
  {
    name: "the ends of a pattern may overlap in two others",
    rules: ['reject exact "aba*aba"', 'success exact "aba*" and exact "*aba"'],
    answers: [decides("abaaba"), decides("aba")],
  },
  {
    name: "and there are just as many ways as borders",
    rules: ['reject exact "aba*aba"', 'reject exact "aba", "ababa"', 'success exact "aba*" and exact "*aba"'],
    answers: [decides("abaaba"), decides("aba"), takenBy([0, 1])],
  },
  {
    name: "an occurrence of a word that overlaps one inside a longer word",
    rules: ['reject word "a-a"', 'success exact "ba-a-a"'],
    answers: [decides("a-a"), takenBy([0])],
  },
  {
    name: "a text that began too early begins again within what was read of it",
    rules: ['reject exact "aaa*aab*"', 'reject keyword "aaaa"', 'success exact "aaa*" and keyword "aab"'],
    answers: [decides("aaaaab"), decides("aaaa"), decides("aaab")],
  },
  {
    name: "and so does a word",
    rules: [
      'reject exact "a-a-a*a-a-b*"',
      'reject keyword "a-a-a-a"',
      'success exact "a-a-a*" and word "a-a-b"',
    ],
    answers: [decides("a-a-aa-a-b"), decides("a-a-a-a"), decides("a-a-a-b")],
  },
  {
    name: "two keywords need not overlap",
    rules: ['reject keyword "abc"', 'success keyword "ab" and keyword "bc"'],
    answers: [decides("abc"), decides("ab bc")],
  },
];

/** What stands beside a word decides; beside a wildcard or an end anything may stand. */
export const WORD_PITFALLS: readonly Pitfall[] = [
  {
    name: "beside a wildcard a letter may stand",
    rules: ['reject word "a"', 'success exact "*a"', 'success exact "a*"', 'success exact "*a*"'],
    answers: [decides("a"), decides("ba"), decides("ab"), decides("bab")],
  },
  {
    name: "beside a symbol and at the body's end none does",
    rules: [
      'reject word "a"',
      'success exact "a"',
      'success exact "a *"',
      'error exact "*-a"',
      'error keyword "-a-"',
    ],
    answers: [decides("a"), takenBy([0]), takenBy([0]), takenBy([0]), takenBy([0])],
  },
  {
    name: "a keyword with a symbol on one side alone",
    rules: ['reject word "a"', 'success keyword "-a"'],
    answers: [decides("a"), decides("-ab")],
  },
  {
    name: "a word in a longer one of several",
    rules: ['reject word "a"', 'success word "a b"', 'success word "ab"'],
    answers: [decides("a"), takenBy([0]), decides("ab")],
  },
  {
    name: "a word is a keyword, a keyword need not be a word",
    rules: ['reject keyword "a"', 'success word "a"', 'error word "b"', 'error keyword "b"'],
    answers: [decides("ba"), takenBy([0]), decides("b"), decides("bb")],
  },
  {
    name: "a symbol at the edge of a word is asked about its neighbour, too",
    rules: ['reject word "-a"', 'success exact "b-a"'],
    answers: [decides("-a"), decides("b-a")],
  },
  {
    name: "what makes it a word stands in the pattern",
    rules: ['success exact "*-a-*" and not word "a"', 'success word "a" and not keyword "a"'],
    answers: [IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "an underscore extends words, a variation selector does not",
    rules: [
      'reject word "a"',
      'success exact "a_"',
      'success exact "a\\u{FE0F}"',
      'success exact "a\\u{301}"',
    ],
    answers: [decides("a"), decides("a_"), takenBy([0]), decides("a\u0301")],
  },
  {
    name: "once as a word is enough, however often it is part of one",
    rules: ['reject word "a"', 'success exact "ab a"', 'success exact "ab*a"'],
    answers: [decides("a"), takenBy([0]), decides("aba")],
  },
];

/** The alphabet is one of folding classes. */
export const FOLDING_PITFALLS: readonly Pitfall[] = [
  {
    name: "an ASCII character equals ASCII characters alone",
    rules: [
      'reject keyword "k", "s", "i"',
      'success keyword "\\u{212A}"',
      'success exact "ſ"',
      'success exact "İ"',
    ],
    answers: [decides("K"), decides("\u212a"), decides("ſ"), decides("İ")],
  },
  {
    name: "other letters have their variants",
    rules: ['reject keyword "É", "σ", "ẞ"', 'success exact "é"', 'success exact "ς"', 'success exact "ß"'],
    answers: [decides("é"), takenBy([0]), takenBy([0]), takenBy([0])],
  },
  {
    name: "no letter becomes two",
    rules: ['reject keyword "ss"', 'success keyword "ß"'],
    answers: [decides("ss"), decides("ß")],
  },
  {
    name: "texts that differ in case alone are one",
    rules: ['success exact "A" and not exact "a"', 'reject exact "aB*"', 'success exact "Ab"'],
    answers: [IMPOSSIBLE, decides("ab"), takenBy([1])],
  },
];

/** Wildcards, lists, `not` and `and`. */
export const LOGIC_PITFALLS: readonly Pitfall[] = [
  {
    name: "an asterisk in a keyword is one",
    rules: ['reject exact "a*b"', 'success keyword "a*b"', 'error exact "*c\\*d*"', 'error keyword "c*d"'],
    answers: [decides("ab"), decides("xa*b"), decides("c*d"), takenBy([2])],
  },
  {
    name: "each text of a list by itself",
    rules: [
      'reject keyword "a"',
      'reject keyword "b"',
      'success keyword "a", "b"',
      'success keyword "ab", "c"',
    ],
    answers: [decides("a"), decides("b"), takenBy([0, 1]), decides("c")],
  },
  {
    name: "one text of a list that holds another",
    rules: ['reject keyword "b"', 'success keyword "abc", "b"', 'error keyword "xbx", "c"'],
    answers: [decides("b"), takenBy([0]), decides("c")],
  },
  {
    name: "every case of two keywords is taken",
    rules: [
      'reject keyword "a" and not keyword "b"',
      'reject keyword "b" and not keyword "a"',
      'reject keyword "a" and keyword "b"',
      'success keyword "a", "b"',
    ],
    answers: [decides("a"), decides("b"), decides("ab"), takenBy([0, 1, 2])],
  },
  {
    name: "with and without a second test",
    rules: [
      'reject keyword "a" and keyword "b"',
      'reject keyword "a" and not keyword "b"',
      'success keyword "a"',
    ],
    answers: [decides("ab"), decides("a"), takenBy([0, 1])],
  },
  {
    name: "a text in a text",
    rules: ['success keyword "ab" and not keyword "a"', 'success exact "ab" and not word "ab"'],
    answers: [IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "patterns that cannot meet",
    rules: [
      'success exact "a*" and exact "b*"',
      'success exact "a*b" and exact "b*a"',
      'error exact "ab" and exact "*c*"',
    ],
    answers: [IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "any one of two rules suffices",
    rules: ['reject keyword "a"', "error otherwise", 'success keyword "ab"'],
    answers: [decides("a"), decides(""), takenBy([0], [1])],
  },
  {
    name: "a rule that never holds takes nothing, one that is not reached still does",
    rules: ['reject exact " a"', 'reject keyword "a"', 'success keyword "ab"', 'error keyword "abc"'],
    answers: [IMPOSSIBLE, decides("a"), takenBy([1]), takenBy([1], [2])],
  },
  {
    name: "not of a pattern and not of its complement leave nothing",
    rules: ['reject not keyword "a"', 'success not exact "*a*"', 'error keyword "a"', "error otherwise"],
    answers: [decides(""), takenBy([0]), decides("a"), takenBy([0, 2], [1, 2])],
  },
];
