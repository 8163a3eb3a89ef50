import type { VendorId } from "@agent-chats/schema";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { DemoInfo } from "../../server/info.ts";
import { CloseIcon } from "../components/icons.tsx";
import { DialBoard } from "./dial-board.tsx";
import type { ListAccount } from "./explain-list.ts";
import { recorder } from "./inspector-state.ts";
import { ListReceipt } from "./list-receipt.tsx";
import { ReceiptCard } from "./receipt-card.tsx";
import { RequestTable } from "./request-table.tsx";
import { Timeline } from "./timeline.tsx";
import { TraceTabs } from "./trace-tabs.tsx";
import { useLab } from "./use-lab.ts";
import "./styles/index.css";

interface InspectorProps {
  readonly info: DemoInfo;
  /** Whose list is shown; undefined where it is that of all vendors. */
  readonly vendor: VendorId | undefined;
  /** Whose chats are shown, where a vendor lists by agent. */
  readonly agentId: string | undefined;
  /** What the list of all vendors has; undefined for that of one. */
  readonly account: ListAccount | undefined;
  onClose(): void;
}

/** Every request of the walks that the page makes, as they happen, and the dials of what they are made to. */
export function Inspector({
  info,
  vendor,
  agentId = info.cotool.agents[0]?.id ?? "",
  account,
  onClose,
}: InspectorProps) {
  const traces = useSyncExternalStore(recorder.subscribe, recorder.read);
  const [chosenId, setChosenId] = useState<number>();
  const [active, setActive] = useState<number>();
  const [other, setOther] = useState<VendorId>();
  const target = vendor ?? other ?? info.vendors[0]?.id;
  const { isRunning, run, stop } = useLab(target, agentId);
  const trace = traces.find(({ id }) => id === chosenId) ?? traces.at(-1);
  const all = useMemo(() => traces.flatMap(({ requests }) => requests), [traces]);
  const agents = useMemo(() => new Map(info.cotool.agents.map(({ id, name }) => [id, name])), [info]);
  const panelId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  const start = () => {
    setChosenId(undefined);
    run();
  };
  const isEmulated = info.backend === "emulator";

  return (
    <section className="inspector" aria-label="Pagination inspector" onKeyDown={closeOnEscape}>
      <header className="inspector-head">
        <h2 ref={heading} tabIndex={-1}>
          Pagination inspector
        </h2>
        {vendor === undefined && target && <VendorChoice info={info} value={target} onChange={setOther} />}
        <div className="inspector-actions">
          {isEmulated && (
            <button type="button" className="button" data-primary={!isRunning} onClick={isRunning ? stop : start}>
              {isRunning ? "Stop" : "Walk it all"}
            </button>
          )}
          <button type="button" className="button icon-button" aria-label="Close inspector" onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
      </header>
      <div className="inspector-body" data-dials={isEmulated}>
        <div className="inspector-main">
          <TraceTabs traces={traces} current={trace} panelId={panelId} onChoose={setChosenId} />
          <div className="inspector-trace" id={panelId} role="tabpanel" aria-label={trace?.title ?? "Requests"}>
            <Timeline requests={trace?.requests ?? []} all={all} agents={agents} active={active} onActive={setActive} />
            <RequestTable key={trace?.id} requests={trace?.requests ?? []} active={active} onActive={setActive} />
          </div>
        </div>
        {account && trace?.kind === "list" ? (
          <ListReceipt account={account} trace={trace} />
        ) : (
          <ReceiptCard trace={trace} />
        )}
        {isEmulated && target && <DialBoard key={target} vendor={target} requests={traces} />}
      </div>
    </section>
  );
}

interface VendorChoiceProps {
  readonly info: DemoInfo;
  readonly value: VendorId;
  onChange(vendor: VendorId): void;
}

function VendorChoice({ info, value, onChange }: VendorChoiceProps) {
  return (
    <label className="inspector-select">
      <span className="visually-hidden">Vendor to walk and to turn the dials of</span>
      <select value={value} onChange={(event) => onChange(event.target.value as VendorId)}>
        {info.vendors.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
