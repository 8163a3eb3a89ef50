import { arrayFormatProblems, arrayStyleProblems } from "./array-parameters.js";
import { discriminatorProblems } from "./discriminator.js";
import { segmentsOf } from "./document.js";
import { sourceProblems, tokenVariableProblems, unknownExtensionProblems } from "./extensions.js";
import { allPaginationProblems } from "./pagination.js";
import { extensibleEnumProblems, openResponseProblems, sensitiveProblems } from "./response-schemas.js";
import { statusProblems } from "./statuses.js";

/** @import { Problem } from "./document.js" */
/**
 * @typedef {{ child: (segments: string[]) => Location }} Location
 * @typedef {{ location: Location, report: (problem: { message: string, location: Location }) => void }} Context
 */

/** Redocly's plugin of this repository: the house rules of `spec/README.md`. */
export default function createPlugin() {
  return {
    id: "agent-chats",
    rules: {
      oas3: {
        pagination: toRule(allPaginationProblems),
        "array-style": toRule(arrayStyleProblems),
        "array-format": toRule(arrayFormatProblems),
        "discriminator-mapping": toRule(discriminatorProblems),
        statuses: toRule(statusProblems),
        source: toRule(sourceProblems),
        "extensible-enum": toRule(extensibleEnumProblems),
        sensitive: toRule(sensitiveProblems),
        "token-variable": toRule(tokenVariableProblems),
        "known-extension": toRule(unknownExtensionProblems),
        "open-response": toRule(openResponseProblems),
      },
    },
  };
}

/**
 * The checks read a whole document, because the code generator runs them as well, without Redocly.
 *
 * @param {(document: unknown) => Problem[]} problemsOf
 */
function toRule(problemsOf) {
  return () => ({
    Root(/** @type {unknown} */ document, /** @type {Context} */ context) {
      for (const { pointer, message } of problemsOf(document)) {
        context.report({ message, location: context.location.child(segmentsOf(pointer)) });
      }
    },
  });
}
