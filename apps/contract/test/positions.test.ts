import { expect, test } from "vitest";
import { fetchByPosition } from "../src/positions.ts";
import { type SpecOperation, specs } from "../src/specs.ts";

const listings = specs.flatMap(({ operations }) => operations.filter(({ pagination }) => pagination));

/** What is asked of Prism for a position, in pages of three: the size of the examples. */
async function askedFor(operation: SpecOperation, pages: number): Promise<string | null> {
  const { style, position = "", size = "", first = 0 } = operation.pagination ?? {};
  const at = first + (style === "page" ? pages : pages * 3);
  const query = new URLSearchParams({ [position]: String(at), [size]: "3" });
  let prefer: string | null = null;
  const send = async (request: Request) => {
    prefer = request.headers.get("prefer");
    return new Response();
  };
  await fetchByPosition(send, operation)(new Request(`http://prism.example/?${query}`));
  return prefer;
}

test.for(listings)("$id: a position asks for the example that begins there", async (operation) => {
  expect(await askedFor(operation, 0)).toBe("example=first");
  expect(await askedFor(operation, 1)).toBe("example=middle");
  expect(await askedFor(operation, 2)).toBe("example=last");
});

test.for(listings)("$id: a position where no example begins is an error", async (operation) => {
  await expect(askedFor(operation, 7)).rejects.toThrow("begins at item 21");
});
