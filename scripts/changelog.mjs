/*
 * What CHANGELOG.md says of versions. A version's section begins with a line `## 1.2.3 (2026-01-31)`, or `(unreleased)`.
 */

/**
 * @typedef {object} VersionSection
 * @property {string} version
 * @property {string | null} date null while it is unreleased
 * @property {string} text what it says, without its heading
 */

/**
 * The sections of a changelog, newest first.
 *
 * @param {string} changelog
 * @returns {readonly VersionSection[]}
 */
export function versionSections(changelog) {
  return changelog.split(/^(?=## )/m).flatMap((section) => {
    const heading = /^## (\S+) \((unreleased|\d{4}-\d\d-\d\d)\)\n/.exec(section);
    if (heading === null) return [];
    const [line, version = "", date = ""] = heading;
    return [{ version, date: date === "unreleased" ? null : date, text: section.slice(line.length).trim() }];
  });
}
