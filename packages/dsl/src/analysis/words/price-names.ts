import { compareDecimals, type Decimal } from "../../runtime/decimal.js";
import { numberIn } from "../../text/number-in.js";
import { looksLikeNumber } from "./number-shapes.js";
import { plainName } from "./plain-name.js";

/** Names for what a lead is paid with, as a part of what `plainName` gives. This is the one list. */
const PRICE_NAMES =
  /^(?:lead|total|sale|sell|sold|buyer|final|net|gross|ping|post)?(?:price|payout|amount|bid|bidamount|bidprice|cost|revenue|commission|earnings|paid|payment|preis|precio|preco|prix|prezzo|prijs)$/;

/** Whether a capture of that name holds money that is paid for a lead. */
export function isPriceName(name: string): boolean {
  return PRICE_NAMES.test(plainName(name));
}

const ZERO: Decimal | null = numberIn("0");

/** Whether a price is 0, however that is written: `0.00`, `$ 0`. */
export function isNoPrice(text: string): boolean {
  const price = numberIn(text);
  return price !== null && ZERO !== null && compareDecimals(price, ZERO) === 0;
}

/** One of them is in each price that is not nothing, whatever stands between its digits. */
export const DIGITS_BUT_ZERO: readonly string[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Whether a text reads like a price that is not nothing, however that is written: `12.50`, `1,014.00`, `$ 5`. */
export function isSomePrice(text: string): boolean {
  return looksLikeNumber(text) && /[1-9]/.test(text) && !text.includes("-");
}
