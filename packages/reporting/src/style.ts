/** Writes a text in a colour, or as it is. */
export type Paint = (text: string) => string;

/** Colours for one stream, or none. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly cyan: Paint;
}

const asItIs: Paint = (text) => text;

/** No colours: for what is no terminal, and for what paints texts itself. */
export const PLAIN_STYLE: Style = {
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  green: asItIs,
  yellow: asItIs,
  blue: asItIs,
  cyan: asItIs,
};
