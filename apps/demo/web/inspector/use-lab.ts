import type { VendorId } from "@agent-chats/schema";
import { useEffect, useRef, useState } from "react";
import { chatLists } from "../export/chat-lists.ts";
import { optionsOf } from "../vendors/context.ts";
import { emulatorClient } from "./emulator-client.ts";
import { recorder } from "./inspector-state.ts";
import { runLab } from "./lab.ts";

/** A body that stops in the middle is given up soon: one watches. */
const timeout = { attemptMs: 3000, totalMs: 30_000 };

/** Lets the walkers go over the list of a vendor, and stops them. */
export function useLab(vendor: VendorId | undefined, agentId: string) {
  const [isRunning, setRunning] = useState(false);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  const run = async () => {
    if (!vendor) return;
    const own = new AbortController();
    controller.current = own;
    setRunning(true);
    const client = { ...optionsOf(location.origin, vendor), timeout };
    try {
      await runLab({
        list: chatLists[vendor],
        values: { agentId: [agentId] },
        recorder,
        emulator: emulatorClient,
        client,
        signal: own.signal,
      });
    } catch (error) {
      // What hinders a walk stands in its trace; what hinders the lab itself has no other place.
      if (!own.signal.aborted) recorder.begin("naive", "Walk it all").end({ error });
    } finally {
      if (controller.current === own) setRunning(false);
    }
  };
  return { isRunning, run: () => void run(), stop: () => controller.current?.abort() };
}
