import { flagNamed } from "./flag-names.js";
import { plainName } from "./plain-name.js";

/** What a field is for, by its name: to say yes or no, how it went, what went wrong, who or how much it is, or neither. */
export type FieldRole = "flag" | "verdict" | "code" | "message" | "error" | "price" | "id" | "kind" | "other";

/**
 * Roles by how names end, as `plainName` gives them; the first that fits. They guess which field a fix should ask for, so they
 * are wider than the lists of what findings stand on (`flag-names.ts`, `error-names.ts`, `price-names.ts`).
 */
const ROLES: readonly (readonly [role: FieldRole, name: RegExp])[] = [
  [
    "kind",
    /(?:type|version|protocol|method|mode|format|currency|lang|language|country|state(?:code|name)|processtime|time|date|timestamp|created(?:at|time)|updated(?:at|time))$/,
  ],
  [
    "error",
    /(?:errors?|fault|exception|reject(?:ion)?reasons?|err(?:or)?(?:codes?|no|num(?:ber)?)|errormessages?|errordesc(?:ription)?|reasons?|why|warnings?)$/,
  ],
  ["price", /(?:price|payout|amount|bid|cost|revenue|commission|earnings|paid)$/],
  ["id", /(?:id|identifier|uuid|guid|ref|reference|token|key|url|uri|link)$/],
  [
    "flag",
    /^(?:is|was|has|lead)?(?:success|successful|accepted|approved|sold|valid|validpost|matched|qualified|purchased|ok|passed|delivered|created|sent|posted|submitted|added|saved|subscribed|registered|confirmed|won|exito|erfolg|sucesso|succes)$/,
  ],
  ["message", /(?:message|msg|text|description|descr?|details?|info|comments?|notes?|title|body)$/],
  [
    "verdict",
    /(?:status|result|outcome|response|decision|disposition|verdict|ack|acknowledgement|state|estado|resultado|ergebnis|statut|esito|resultat|postresponse)$/,
  ],
  ["code", /(?:code|rc|ret)$/],
];

/** What a field of that name is for. */
export function roleOfName(name: string): FieldRole {
  const plain = plainName(name);
  if (flagNamed(plain)?.yes === "true") return "flag";
  if (/^(?:response|status|result)(?:text|message|msg|desc|description)$/.test(plain)) return "verdict";
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? "other";
}

/** Whether systems write sentences into fields that are for this, in which a word is not all that is said. */
export function isForSentences(role: FieldRole): boolean {
  return role === "message" || role === "error";
}
