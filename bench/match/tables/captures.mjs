import { CAPTURES_AIM } from "../aims.mjs";
import { chosen } from "../choice.mjs";
import { compare, KnownSpeeds } from "../comparison.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { FULL_PACE, QUICK_PACE } from "../interleaved.mjs";
import { FIELDS, fieldBodies } from "../made/field-bodies.mjs";
import { keywords } from "../made/keywords.mjs";
import { mappingText, quoted } from "../made/mapping-text.mjs";
import { comparisonTable } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { inBytes } from "../units.mjs";

/* What a whole verdict, with label and captures, costs more than the number of the deciding rule. */

const RULES = [10];
const SIZES = [300, 1000, 10_000, 100_000];

/** The captures beside ten rules that read a field of the same document. */
const CAPTURES = /** @type {const} */ ([0, 3]);

/** @type {Readonly<Record<"json" | "xml", (name: string) => string>>} */
const FIELD = {
  json: (name) => `json "$.result.${name}"`,
  xml: (name) => `xml "/response/result/${name}"`,
};

export const captures = measuredTable({
  name: "captures",
  parts: () => RULES,
  async measure(rules, { sizes, isQuick }) {
    const texts = keywords(rules);
    const comparisons = [];
    for (const kind of /** @type {const} */ (["json", "xml"])) {
      for (const count of CAPTURES) {
        const rulesText = mappingText(texts, (text) => `${FIELD[kind]("reason")} exact ${quoted(text)}`);
        const captureText = FIELDS.slice(2, 2 + count).map(
          (name) => `capture ${name} from ${FIELD[kind](name)}\n`,
        );
        const { match, classify } = await compiledModule(`${captureText.join("")}${rulesText}`);
        for (const size of chosen(SIZES, sizes)) {
          const bodies = fieldBodies(kind, size, texts, 1);
          // The rules read the first field alone; here the others are there, too.
          const { inputs } = fieldBodies(kind, size, texts.slice(0, 1), FIELDS.length);
          const question = {
            cell: { kind, captures: count, body: inBytes(size) },
            series: "",
            size,
            inputs: inputs.concat(bodies.inputs),
            expected: inputs.map((input) => classify(200, input)).concat(bodies.expected),
            ours(/** @type {string} */ body) {
              const { label } = match({ status: 200, body });
              return label === null ? -1 : Number(label.slice("Reason ".length));
            },
            peers: [{ name: "classify", work: (/** @type {string} */ body) => classify(200, body) }],
            aim: count === 0 ? null : CAPTURES_AIM,
          };
          comparisons.push(await compare(question, new KnownSpeeds(), isQuick ? QUICK_PACE : FULL_PACE));
        }
      }
    }
    return comparisons;
  },
  markdown: comparisonTable,
  summary: comparisonTable,
});
