import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A problem with a file, in words for people. */
export class HarFileError extends Error {
  override readonly name = "HarFileError";
}

/** The text of a file, named from a folder. Throws a `HarFileError` that says what is wrong, and nothing of what it holds. */
export function readHarFile(file: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, file), "utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new HarFileError(`${file} cannot be read: ${reasons[code] ?? (code || "it is no text")}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB",
  ERR_STRING_TOO_LONG: "it is larger than 512 MiB; export fewer exchanges",
};
