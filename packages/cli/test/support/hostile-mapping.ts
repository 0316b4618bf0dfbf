/** Long words, markup and marks of direction wherever a mapping can hold a text, and examples that fail. */
const LONG = "x".repeat(300);
const MARKUP = "</code></pre></style><script>alert(1)</script><img src=//x onerror=alert(1)>";

const HOSTILE_MAPPING = `# ${MARKUP} ${LONG}
#
# lined up   in   columns
#   one      two  three
system '${MARKUP}'
include "shared/${"very-long-name-".repeat(12)}.responses"
success keyword "${LONG}", '${MARKUP}' as ${LONG}
reject json '$["${LONG}"]' exact '\\u{202E}${MARKUP}' as json "$.a" or '${MARKUP}'
reject keyword "refused" as ${LONG}
reject between '${MARKUP}' and '${LONG}' exact "*a*b*"
capture ${LONG} from json '$["${LONG}"]' for success
capture "<b>" from json "$.b"
example '${MARKUP}' 200 '${MARKUP}' is success ${LONG}
example ${LONG} 200 '{"${LONG}":"${LONG}","b":"${LONG}"}' is success with "<b>" "${LONG}", ${LONG} "x"
example 200 'refused ${LONG}' is error with "<b>" "7"
example 99999 "" is unmapped
example "two lines\\r\\n\\tand a tab" is unmapped
`;

export const HOSTILE_FILES: Readonly<Record<string, string>> = {
  "hostile.responses": HOSTILE_MAPPING,
  [`shared/${"very-long-name-".repeat(12)}.responses`]: '# Shared.\nerror status 5xx as "Server error"\n',
};
