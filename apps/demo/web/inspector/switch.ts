/** Something that is on or off, for parts of the page that do not know each other. */
export interface Switch {
  read(): boolean;
  subscribe(listener: () => void): () => void;
  set(isOn: boolean): void;
}

/** Makes a switch that is off. */
export function createSwitch(): Switch {
  const listeners = new Set<() => void>();
  let isOn = false;
  return {
    read: () => isOn,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      isOn = next;
      for (const listener of listeners) listener();
    },
  };
}
