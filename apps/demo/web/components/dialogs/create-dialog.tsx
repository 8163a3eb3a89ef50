import type { Cargo } from "@agent-chats/client/cargo";
import { type FormEvent, useState } from "react";
import { messageOf } from "../notice.tsx";
import { Dialog } from "./dialog.tsx";

interface CreateDialogProps {
  readonly cargo: Cargo;
  onClose(): void;
  onCreated(): void;
}

/** Creates a chat of Cargo's: a name, and who shall answer. Cargo takes no key against doubles: it is sent once. */
export function CreateDialog({ cargo, onClose, onCreated }: CreateDialogProps) {
  const [sending, setSending] = useState<"no" | "yes" | { error: unknown }>("no");
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending === "yes") return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const agentUuid = text("agentUuid");
    setSending("yes");
    try {
      await cargo.chats.create({ trigger: { type: "app" }, name: text("name"), ...(agentUuid && { agentUuid }) });
      onCreated();
      onClose();
    } catch (error) {
      setSending({ error });
    }
  };
  return (
    <Dialog title="New chat at Cargo" onClose={onClose}>
      <form className="form" onSubmit={send}>
        <label>
          <span>Name</span>
          <input type="text" name="name" required maxLength={200} autoComplete="off" />
        </label>
        <label>
          <span>Agent, if one shall answer</span>
          <input type="text" name="agentUuid" maxLength={64} placeholder="UUID" autoComplete="off" spellCheck={false} />
        </label>
        {typeof sending === "object" && (
          <p className="form-error" role="alert">
            {messageOf(sending.error)}
          </p>
        )}
        <footer className="form-end">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" aria-disabled={sending === "yes"}>
            {sending === "yes" ? "Creating…" : "Create chat"}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
