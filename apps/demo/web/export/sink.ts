/** Where a file goes, piece by piece. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file is whole. */
  close(): Promise<void>;
  /** The file is not wanted. */
  abort(): Promise<void>;
}

/** The part of the File System Access API that is used; not every browser has it, and no library types it. */
interface Picker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

/**
 * Opens a file: where the browser lets a page write to one, the reader says where, and it is written as it comes; else it
 * is kept in pieces that the browser may put aside, and saved as a download at the end. Undefined where the reader
 * changed their mind.
 */
export async function openSink(name: string, mediaType: string): Promise<Sink | undefined> {
  const picker = (window as Picker).showSaveFilePicker;
  if (!picker) return createDownload(name, mediaType);
  try {
    const handle = await picker.call(window, { suggestedName: name });
    const file = await handle.createWritable();
    return { write: (bytes) => file.write(bytes), close: () => file.close(), abort: () => file.abort() };
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    // Such as in a frame, or where a policy forbids it.
    return createDownload(name, mediaType);
  }
}

function createDownload(name: string, mediaType: string): Sink {
  let parts: Blob[] = [];
  return {
    async write(bytes) {
      parts.push(new Blob([bytes]));
    },
    async close() {
      saveBlob(name, new Blob(parts, { type: mediaType }));
      parts = [];
    },
    async abort() {
      parts = [];
    },
  };
}

/** Saves a blob as a download. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the blob by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
