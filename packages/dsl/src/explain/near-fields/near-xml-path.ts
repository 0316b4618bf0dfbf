import type { XmlPath } from "../../runtime/xml-steps.js";
import {
  type Alignment,
  AT_END,
  before,
  COST,
  cheapest,
  LONGEST,
  type NearPath,
  namesIn,
  nearerOf,
  nearPathOf,
  renaming,
} from "./path-alignment.js";

/** A step of a path: to an element, or at last to an attribute. */
interface Step {
  /** Whether elements may stand between it and what the step before leads to. */
  readonly deep: boolean;
  readonly name: string;
  readonly isAttribute: boolean;
}

type Way = Alignment<Step>;

/**
 * An XML path with as few changes as possible so that it leads to an element, given the names from the outermost one to it, or
 * to its attribute: names as these have them, an attribute for an element or the other way round, one step more or less, or to
 * any depth. Null where that is too much. What it leads to keeps its name, or is what was taken for the element around it.
 */
export function nearXmlPath(
  written: XmlPath,
  names: readonly string[],
  attribute: string | null,
): NearPath<XmlPath> | null {
  const asked: readonly Step[] = [
    ...written.steps.map((step) => ({ ...step, isAttribute: false })),
    ...(written.attribute === null ? [] : [{ ...written.attribute, isAttribute: true }]),
  ];
  const there: readonly Step[] = [
    ...names.map((name) => ({ deep: false, name, isAttribute: false })),
    ...(attribute === null ? [] : [{ deep: false, name: attribute, isAttribute: true }]),
  ];
  const near = nearWithout(asked, there, 0);
  const parted = asked.flatMap(stepsIn);
  return parted.length === asked.length ? near : nearerOf(near, nearWithout(parted, there, COST.signs));
}

/** The steps that one may be meant for whose name has signs in it that others write between steps: `//a.b`. */
function stepsIn({ name, deep, isAttribute }: Step): readonly Step[] {
  const names = isAttribute ? [name] : namesIn(name);
  return names.map((own, index) => ({ name: own, deep: deep && index === 0, isAttribute }));
}

/** `cost` is that of what was changed already. */
function nearWithout(asked: readonly Step[], there: readonly Step[], cost: number): NearPath<XmlPath> | null {
  const last = there.at(-1)?.name ?? "";
  if (asked.length > LONGEST || there.length > LONGEST) return null;
  if (renaming(asked.at(-1)?.name ?? "", last) === null && asked.at(-2)?.name !== last) return null;
  return nearPathOf(align(asked, there), cost, (steps) => {
    const end = steps.at(-1);
    return {
      steps: steps.flatMap(({ deep, name, isAttribute }) => (isAttribute ? [] : [{ deep, name }])),
      attribute: end?.isAttribute === true ? { deep: end.deep, name: end.name } : null,
    };
  });
}

/** The ways from one place on in both paths, by whether elements may stand before the next step. */
interface Ways {
  readonly shallow: Way | null;
  readonly deep: Way | null;
}

/** The cheapest way, worked out from the ends of both paths. */
function align(written: readonly Step[], actual: readonly Step[]): Way | null {
  let behind: readonly Ways[] = [];
  for (let own = written.length; own >= 0; own--) {
    const row: Ways[] = [];
    for (let other = actual.length; other >= 0; other--) {
      const place = {
        step: written[own],
        there: actual[other],
        isDeepBehind: written[own + 1]?.deep ?? false,
      };
      const next = { matched: behind[other + 1], passed: row[other + 1], without: behind[other] };
      row[other] = { shallow: wayAt(place, next, false), deep: wayAt(place, next, true) };
    }
    behind = row;
  }
  const [ways] = behind;
  return (written[0]?.deep === true ? ways?.deep : ways?.shallow) ?? null;
}

function wayAt(
  { step, there, isDeepBehind }: { step: Step | undefined; there: Step | undefined; isDeepBehind: boolean },
  next: Readonly<Record<"matched" | "passed" | "without", Ways | undefined>>,
  deep: boolean,
): Way | null {
  if (step === undefined) return there === undefined ? AT_END : null;
  const isDeepWithout = deep || isDeepBehind;
  const left: Way = { cost: COST.name, change: "step", steps: [] };
  const without = before(left, isDeepWithout ? next.without?.deep : next.without?.shallow);
  if (there === undefined) return without;
  const renamed = renaming(step.name, there.name);
  const kind = step.isAttribute === there.isAttribute ? 0 : COST.kind;
  const matched =
    renamed === null
      ? null
      : before(
          { ...renamed, cost: renamed.cost + kind, steps: [{ ...there, deep }] },
          isDeepBehind ? next.matched?.deep : next.matched?.shallow,
        );
  const passing: Way = deep ? AT_END : { cost: COST.name, change: "step", steps: [] };
  return cheapest([matched, before(passing, next.passed?.deep), without]);
}
