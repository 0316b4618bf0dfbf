import { bytes } from "./bytes.mjs";
import { captures } from "./captures.mjs";
import { form } from "./forms.mjs";
import { globs } from "./globs.mjs";
import { hostile } from "./hostile.mjs";
import { json } from "./json-fields.mjs";
import { ndjson } from "./ndjson.mjs";
import { scale } from "./scale.mjs";
import { size } from "./size.mjs";
import { texts } from "./texts.mjs";
import { ways } from "./ways.mjs";
import { xml } from "./xml-fields.mjs";

/** The tables, in the order in which they are measured and shown. */
export const TABLES = [texts, globs, bytes, json, xml, form, captures, ndjson, size, scale, ways, hostile];
