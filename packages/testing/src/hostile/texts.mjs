import { A, fibonacciWord, numbered, repeated, repeatedBytes, rules, twoLetters } from "./parts.mjs";

/* Against keywords, words and wildcards. */

/** @typedef {import("./parts.mjs").HostileFamily} HostileFamily */

/** @type {readonly HostileFamily[]} */
export const KEYWORDS = [
  { name: "all a; needle a…ab", mapping: rules(1, () => `keyword "${A.repeat(24)}b"`), body: repeated(A) },
  { name: "all a; needle ba…a", mapping: rules(1, () => `keyword "b${A.repeat(24)}"`), body: repeated(A) },
  {
    name: "all a; needle a…aba…a",
    mapping: rules(1, () => `keyword "${A.repeat(12)}b${A.repeat(12)}"`),
    body: repeated(A),
  },
  {
    name: "all a; needle of 1,000 a and b",
    mapping: rules(1, () => `keyword "${A.repeat(1000)}b"`),
    body: repeated(A),
  },
  {
    name: "all a; b and needle of 1,000 a",
    mapping: rules(1, () => `keyword "b${A.repeat(1000)}"`),
    body: repeated(A),
  },
  {
    name: "all a; 30 needles a…b of 35 to 6",
    mapping: rules(30, (n) => `keyword "${A.repeat(34 - n)}b"`),
    body: repeated(A),
  },
  {
    name: "abab…; needle (ab)…aa",
    mapping: rules(1, () => `keyword "${"ab".repeat(50)}aa"`),
    body: repeated("ab"),
  },
  {
    name: "aAaA…; needle in one case",
    mapping: rules(3, (n) => `keyword "${A.repeat(24)}${n}"`),
    body: repeated("aA"),
  },
  {
    name: "30 needles, each but its last letter",
    mapping: rules(30, (n) => `keyword "reason ${n} applies"`),
    body: (size) => numbered(size, (n) => `Reason ${n % 30} applie, `),
  },
  {
    name: "error code N, 100 rules; error code x",
    mapping: rules(100, (n) => `keyword "error code ${n + 100}"`),
    body: repeated("error code x"),
  },
  {
    name: "error code N, 100 rules; error code 1x",
    mapping: rules(100, (n) => `keyword "error code ${n + 100}"`),
    body: repeated("error code 1x"),
  },
  {
    name: "1,000 needles of one beginning",
    mapping: rules(1000, (n) => `keyword "the lead was refused for reason ${n + 1000}"`),
    body: repeated("the lead was refused for reason "),
  },
  {
    name: "1,000 needles of one end",
    mapping: rules(1000, (n) => `keyword "${n + 1000} is the reason of the refusal"`),
    body: repeated(" is the reason of the refusal"),
  },
  {
    name: "1,000 needles of one middle",
    mapping: rules(1000, (n) => `keyword "${n + 1000} is the reason ${n + 1000}"`),
    body: repeated("000 is the reason 100"),
  },
  {
    name: "Fibonacci string; needle that nearly is one",
    mapping: rules(1, () => `keyword "${fibonacciWord(89).slice(0, 87)}bb"`),
    body: (size) => fibonacciWord(size).slice(0, size),
  },
  {
    name: "two letters; all words of 8 and a c",
    mapping: rules(
      256,
      (n) => `keyword "${n.toString(2).padStart(8, "0").replaceAll("0", "a").replaceAll("1", "b")}c"`,
    ),
    body: twoLetters,
  },
  {
    name: "é…; needle é…x",
    mapping: rules(3, (n) => `keyword "${"é".repeat(24)}${n}"`),
    body: repeated("éÉ"),
  },
  {
    name: "Kelvin signs; needle of k",
    mapping: rules(3, (n) => `keyword "${"k".repeat(12)}${n}"`),
    body: repeated("\u{212a}k"),
  },
  { name: "lone surrogates", mapping: rules(3, (n) => `keyword "needle ${n}"`), body: repeated("\ud83d") },
  { name: "bytes 0xFF", mapping: rules(3, (n) => `keyword "needle ${n}"`), body: repeatedBytes([0xff]) },
  {
    name: "bytes of characters that break off",
    mapping: rules(30, (n) => `keyword "needle ${n}"`),
    body: repeatedBytes([0xf0, 0x9f, 0x98, 0xe2, 0x82]),
  },
];

/** @type {readonly HostileFamily[]} */
export const WORDS = [
  { name: "word aaaa in all a", mapping: rules(1, () => 'word "aaaa"'), body: repeated(A) },
  {
    name: "word inside longer words",
    mapping: rules(3, (n) => `word "error${n}"`),
    body: repeated("xerror0 error1s error2_ "),
  },
  {
    name: "100 words code N; code N0",
    mapping: rules(100, (n) => `word "code ${n}"`),
    body: (size) => numbered(size, (n) => `code ${n % 100}0x `),
  },
  {
    name: "word beside marks",
    mapping: rules(3, (n) => `word "need${n}"`),
    body: repeated("need0\u0301 need1é \u{1d400}need2"),
  },
  { name: "word a; a and overlong runs", mapping: rules(1, () => 'word "a a"'), body: repeated("a a\u0300") },
];

/** @type {readonly HostileFamily[]} */
export const GLOBS = [
  {
    name: "1,000 segments a; all a",
    mapping: rules(1, () => `exact "*${"a*".repeat(1000)}b"`),
    body: repeated(A),
  },
  {
    name: "1,000 segments, all but the last",
    mapping: rules(1, () => `exact "*${Array.from({ length: 1000 }, (_, n) => `s${n}*`).join("")}"`),
    body: (size) => numbered(size, (n) => `s${n % 999} `),
  },
  {
    name: "100 globs of three segments, never the last",
    mapping: rules(100, (n) => `exact "*error*code*${n + 100}x*"`),
    body: repeated("error code "),
  },
  {
    name: "glob a…*…a without room",
    mapping: rules(1, () => `exact "${A.repeat(500)}*b*${A.repeat(500)}"`),
    body: repeated(A),
  },
  {
    name: "100 globs with long ends",
    mapping: rules(100, (n) => `exact "${A.repeat(50)}*${n}${A.repeat(50)}"`),
    body: repeated(A),
  },
  { name: "glob *a…ab*", mapping: rules(3, (n) => `exact "*${A.repeat(24)}${n}*"`), body: repeated(A) },
  { name: "only white space", mapping: rules(3, (n) => `exact "x${n}"`), body: repeated(" \n\t") },
];
