/**
 * A text as it stands where one format is written into another: escaped for XML, for a text in JSON, or for a form. Only
 * what differs from the text itself; source: XML 1.0 (2.4), RFC 8259 (7), the URL Standard (application/x-www-form-urlencoded).
 */
export function escapedTexts(text: string): readonly string[] {
  const inXml = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const inJson = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const written = [
    inXml.replaceAll(">", "&gt;"),
    inXml.replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    // Neither `>` in XML nor `/` in JSON has to be escaped, and systems differ.
    inXml,
    inJson,
    inJson.replaceAll("/", "\\/"),
    text.replaceAll(" ", "+"),
    text.replaceAll(" ", "%20"),
  ];
  return [...new Set(written)].filter((escaped) => escaped !== text);
}
