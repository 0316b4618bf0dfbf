/** The build puts the text of a mapping file in the place of its import. */
declare module "*.responses" {
  const text: string;
  export default text;
}
