/** What an async iterable gives, in order. `Array.fromAsync` is not on every platform that the client runs on. */
export async function collect<Item>(iterable: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}
