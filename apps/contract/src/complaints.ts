/** Lines in which Prism tells of its ordinary work. */
const ordinary = /^\[[^\]]+\] › .*? (?:awaiting|info|start|success) {2}/;

/**
 * The lines of Prism's output that are not about its ordinary work: warnings, errors, violations, and whatever else
 * comes out of the process. A list of what is welcome, because nobody knows all that is not.
 */
export function complaintsIn(output: readonly string[]): string[] {
  return output.filter((line) => line.trim() !== "" && !ordinary.test(line));
}
