/** What a runner says of a test or of a group of tests, so far as it matters here. */
interface Task {
  readonly name: string;
  readonly result?: { readonly state: string } | undefined;
  readonly tasks?: readonly Task[];
}

/** The titles of the tests in a group that have failed so far. */
export function failedTestsIn({ tasks = [] }: Pick<Task, "tasks">): string[] {
  return tasks.flatMap((task) => {
    if (!task.tasks) return task.result?.state === "fail" ? [task.name] : [];
    return failedTestsIn(task).map((title) => (task.name === "" ? title : `${task.name} > ${title}`));
  });
}
