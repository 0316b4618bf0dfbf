import type { DescribedField } from "../model/field.js";
import { bodiesFor } from "./bodies-for.js";

/** Written the same in every format, and no part of a name or a marker that somebody gives a field. */
const PLACEHOLDER = "Qzxjplaceholder";

/** Texts that stand in documents as they are, as strings. */
const PLAIN_IN_DOCUMENTS = /^(?!(?:true|false|null)$)[A-Za-z](?:[A-Za-z0-9 _.:,-]*[A-Za-z0-9_.:,-])?$/;

/** Texts that stand in all bodies as they are. */
const PLAIN_ANYWHERE = /^(?!(?:true|false|null)$)[A-Za-z][A-Za-z0-9_]*$/;

/** What of a body stands around the text. */
interface Template {
  readonly before: string;
  readonly behind: string;
}

/**
 * The first of the bodies that `bodiesFor` gives for one field with one plain text, faster where many texts of one field are asked
 * for: the body is made for one text, and the others take the place of that.
 */
export class BodyTemplates {
  readonly #templates = new Map<DescribedField, Template | null>();

  /** Null where the text is not plain, or no body comes about. That the body is as wished is likely, and not tried. */
  bodyWith(field: DescribedField, text: string): string | null {
    const isPlain = field.kind === "json" || field.kind === "xml" ? PLAIN_IN_DOCUMENTS : PLAIN_ANYWHERE;
    if (!isPlain.test(text)) return null;
    const template = this.#templateOf(field);
    return template === null ? null : template.before + text + template.behind;
  }

  #templateOf(field: DescribedField): Template | null {
    const known = this.#templates.get(field);
    if (known !== undefined) return known;
    const wanted = { fields: [{ field, picks: [{ kind: "text", text: PLACEHOLDER }] }], texts: [] } as const;
    const [body = null] = bodiesFor(wanted, []);
    const [before = "", behind, ...more] = body?.split(PLACEHOLDER) ?? [];
    const template = behind === undefined || more.length > 0 ? null : { before, behind };
    this.#templates.set(field, template);
    return template;
  }
}
