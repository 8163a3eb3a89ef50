import type { Fault, ListDials } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";
import { useEffect, useRef, useState } from "react";
import type { EmulatorSettings, OperationSettings } from "../../server/emulator-settings.ts";
import { chatLists } from "../export/chat-lists.ts";
import { emulatorClient } from "./emulator-client.ts";

/** What can be set at once. */
interface Wanted {
  readonly dials?: ListDials;
  readonly faults?: readonly Fault[];
}

/**
 * The dials of a vendor's list. What is set shows at once; the emulator's answer has the last word. `after` is what may
 * have used up faults: they are read again when it changes.
 */
export function useDials(vendor: VendorId, after: unknown) {
  const [settings, setSettings] = useState<OperationSettings>();
  const [problem, setProblem] = useState<string>();
  const newest = useRef(0);
  const operation = chatLists[vendor].operation.id;

  const take = async (asking: Promise<EmulatorSettings>) => {
    const turn = ++newest.current;
    try {
      const all = await asking;
      if (turn !== newest.current) return;
      setSettings(all[vendor]?.[operation]);
      setProblem(undefined);
    } catch (error) {
      if (turn === newest.current) setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  // Faults are used up by requests; before the first answer nothing is known either.
  const isDue = settings === undefined || settings.faults.length > 0;
  useEffect(() => {
    if (isDue) void take(emulatorClient.read());
  }, [after, isDue]);

  return {
    settings,
    problem,
    set(wanted: Wanted) {
      if (settings) setSettings({ ...settings, ...wanted });
      void take(emulatorClient.set(vendor, operation, wanted));
    },
    reset: () => void take(emulatorClient.reset()),
  };
}
