/** What a value of a message must be. Members that a shape does not name may be anything: nobody reads them. */
export type Shape =
  | { readonly kind: "anything" }
  | { readonly kind: "flag" }
  | { readonly kind: "text"; readonly wanted: string; readonly fits: (text: string) => boolean }
  | { readonly kind: "number"; readonly wanted: string; readonly fits: (number: number) => boolean }
  | { readonly kind: "either"; readonly wanted: string; readonly shapes: readonly Shape[] }
  | { readonly kind: "list"; readonly of: Shape }
  /** `flaw` says what is wrong with members that each fit. */
  | { readonly kind: "record"; readonly members: Members; readonly flaw: (value: unknown) => string | null }
  /** May be left out. Not few clients write null for that. */
  | { readonly kind: "optional"; readonly of: Shape };

type Members = Readonly<Record<string, Shape>>;

export const ANYTHING: Shape = { kind: "anything" };
export const FLAG: Shape = { kind: "flag" };
export const TEXT: Shape = { kind: "text", wanted: "a text", fits: () => true };

/** One of several texts. */
export function oneOf(...texts: readonly string[]): Shape {
  const wanted = texts.map((text) => `"${text}"`).join(" or ");
  return { kind: "text", wanted, fits: (text) => texts.includes(text) };
}

export function either(wanted: string, ...shapes: readonly Shape[]): Shape {
  return { kind: "either", wanted, shapes };
}

export function list(of: Shape): Shape {
  return { kind: "list", of };
}

export function optional(of: Shape): Shape {
  return { kind: "optional", of };
}

/** An object of the protocol's type, of which these members are read. */
export function record<Type>(
  members: { readonly [Name in keyof Type & string]?: Shape },
  flaw: (value: unknown) => string | null = () => null,
): Shape {
  const named: Record<string, Shape> = {};
  for (const name of Object.keys(members)) {
    const shape: unknown = Reflect.get(members, name);
    if (isShape(shape)) named[name] = shape;
  }
  return { kind: "record", members: named, flaw };
}

function isShape(value: unknown): value is Shape {
  return typeof value === "object" && value !== null && "kind" in value;
}

/**
 * Why a value has not the shape, as a sentence about `path`, which is where the value stands; null for one that has it. Linear in what of
 * the value the shape names.
 */
export function misfitOf(value: unknown, shape: Shape, path: string): string | null {
  switch (shape.kind) {
    case "anything":
      return null;
    case "optional":
      return value === undefined || value === null ? null : misfitOf(value, shape.of, path);
    case "flag":
      return typeof value === "boolean" ? null : mustBe("true or false", value, path);
    case "text":
    case "number":
      return isPlain(value, shape) ? null : mustBe(shape.wanted, value, path);
    case "either":
      return shape.shapes.some((one) => misfitOf(value, one, path) === null)
        ? null
        : mustBe(shape.wanted, value, path);
    case "list":
      return Array.isArray(value)
        ? firstOf(value.entries(), ([index, item]) => misfitOf(item, shape.of, `${path}[${index}]`))
        : mustBe("a list", value, path);
    case "record":
      if (!isRecord(value)) return mustBe("an object", value, path);
      return (
        firstOf(Object.entries(shape.members), ([name, member]) =>
          misfitOf(ownMember(value, name), member, `${path}.${name}`),
        ) ?? flawAt(path, shape.flaw(value))
      );
  }
}

/** The value without the optional members that do not fit; undefined where it does not fit itself. */
export function fitting(value: unknown, shape: Shape): unknown {
  if (shape.kind === "optional") return value === null ? undefined : fitting(value, shape.of);
  if (shape.kind !== "record") return misfitOf(value, shape, "") === null ? value : undefined;
  if (!isRecord(value)) return undefined;
  const fits: Record<string, unknown> = { ...value };
  for (const [name, member] of Object.entries(shape.members)) {
    const of = fitting(ownMember(value, name), member);
    if (of === undefined && member.kind !== "optional") return undefined;
    if (of === undefined) delete fits[name];
    else fits[name] = of;
  }
  return fits;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object inherits is nothing that anybody has sent. */
function ownMember(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isPlain(value: unknown, shape: Shape & { readonly kind: "text" | "number" }): boolean {
  return shape.kind === "text"
    ? typeof value === "string" && shape.fits(value)
    : typeof value === "number" && shape.fits(value);
}

function firstOf<Item>(items: Iterable<Item>, misfit: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = misfit(item);
    if (found !== null) return found;
  }
  return null;
}

function flawAt(path: string, flaw: string | null): string | null {
  return flaw === null ? null : `${path}${flaw}`;
}

function mustBe(wanted: string, value: unknown, path: string): string {
  return value === undefined
    ? `${path} is missing: it must be ${wanted}`
    : `${path} must be ${wanted}, and is ${kindOf(value)}`;
}

/** What came instead, without its text: that may be anything, and be long. */
function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "another text";
    case "number":
      return `${value}`;
    case "boolean":
      return `${value}`;
    default:
      return "an object";
  }
}
