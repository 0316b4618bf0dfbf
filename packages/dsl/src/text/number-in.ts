import { type Decimal, readDecimal } from "../runtime/decimal.js";
import { isCurrencySign } from "./character-classes.js";

/** The number that `above` and `below` take a text for, white space and a currency sign around it left out; null for none. */
export function numberIn(text: string): Decimal | null {
  return readDecimal(text, isCurrencySign);
}
