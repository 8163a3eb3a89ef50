/** Does something with each of the items, so many at a time. */
export async function settleAll<Item>(
  items: readonly Item[],
  atATime: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const work = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: atATime }, work));
}
