import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly text: string;
  /** What the file's examples are. */
  readonly kind: "json" | "xml" | "html";
  /** A test that would find it, as it would be written; null where the examples speak against all. */
  readonly better: string | null;
}

export const exactWithoutAsterisk = defineEntry({
  name: "exact-without-asterisk",
  severity: "hint",
  refuses: false,
  message: ({ text, kind, better }: Parameters) =>
    `exact asks for a body that is just ${quoted(text)}, but this file's examples are ${kind.toUpperCase()}; ${better === null ? "name the field that holds it, or record a response that is just this text" : `perhaps ${better} is meant`}`,
  page: {
    what: "An exact text without asterisks asks for a body that is this text and nothing else, while the examples in the file show that the system answers with JSON, XML or HTML.",
    why: 'exact "Valid" holds neither for {"code": 0, "response": "valid"} nor for {"code": 1, "response": "invalid"}: it never holds, and every sale counts as a failure.',
    wrong:
      'success exact "valid"\nreject  json "$.code" exact "1" as Invalid\nexample \'{"code":1,"response":"invalid"}\' is reject Invalid\n',
    right:
      'success json "$.response" exact "valid"\nreject  json "$.code" exact "1" as Invalid\nexample \'{"code":0,"response":"valid"}\' is success\nexample \'{"code":1,"response":"invalid"}\' is reject Invalid\n',
    fix: 'Name the field that holds the text: json "$.response" exact "valid". Or put an asterisk where there may be other text. If the body really can be this text alone, record such a response as an example.',
  },
});
