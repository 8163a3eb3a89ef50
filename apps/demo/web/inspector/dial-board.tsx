import type { ListDials } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";
import {
  churnDials,
  type Dial,
  describeFaults,
  faultButtons,
  nameOrder,
  orders,
  presets,
  readDial,
  serverDials,
  turnDial,
} from "./dial-model.ts";
import { DriftChoice } from "./drift-choice.tsx";
import { IgnoredParameters } from "./ignored-parameters.tsx";
import type { Trace } from "./trace.ts";
import { useDials } from "./use-dials.ts";

interface DialBoardProps {
  readonly vendor: VendorId;
  /** What was requested: faults are used up by requests. */
  readonly requests: readonly Trace[];
}

/** The dials of the emulator for the list of a vendor: one turns them, and watches what the walk makes of it. */
export function DialBoard({ vendor, requests }: DialBoardProps) {
  const { settings, problem, set, reset } = useDials(vendor, requests);
  const { dials = {}, faults = [] } = settings ?? {};
  const turn = (next: ListDials) => set({ dials: next });
  return (
    <section className="dials" aria-label="Dials of the emulator" aria-busy={settings === undefined}>
      <div className="dials-head">
        <h3>Emulator</h3>
        <button type="button" className="button quiet" onClick={reset}>
          Reset
        </button>
      </div>
      <fieldset className="presets" aria-label="Presets">
        {presets.map(({ label, ...preset }) => (
          <button key={label} type="button" className="button" onClick={() => set(preset)}>
            {label}
          </button>
        ))}
      </fieldset>
      {problem && (
        <p className="dials-problem" role="alert">
          {problem}
        </p>
      )}
      <h4>Between two requests</h4>
      <Ranges dials={dials} of={churnDials} onTurn={turn} />
      <h4>Answers</h4>
      <Ranges dials={dials} of={serverDials} onTurn={turn} />
      <label className="dial">
        <span>Order</span>
        <select
          value={nameOrder(dials)}
          onChange={({ target }) => turn({ ...dials, order: orders[target.value]?.order })}
        >
          {Object.entries(orders).map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <DriftChoice dials={dials} onTurn={turn} />
      <IgnoredParameters vendor={vendor} dials={dials} onTurn={turn} />
      <h4>Next requests</h4>
      <fieldset className="faults" aria-label="Faults">
        {faultButtons.map(({ label, title, fault }) => (
          <button
            key={label}
            type="button"
            className="button"
            title={title}
            onClick={() => set({ faults: [...faults, fault] })}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <p className="faults-left">
        To come: <span data-testid="faults">{describeFaults(faults)}</span>
      </p>
    </section>
  );
}

interface RangesProps {
  readonly dials: ListDials;
  readonly of: readonly Dial[];
  onTurn(dials: ListDials): void;
}

function Ranges({ dials, of, onTurn }: RangesProps) {
  return of.map(({ name, label, maximum, step, unit = "", off }) => {
    const value = readDial(dials, name);
    return (
      <label key={name} className="dial">
        <span>{label}</span>
        <input
          type="range"
          min={0}
          max={maximum}
          step={step}
          value={value}
          onChange={({ target }) => onTurn(turnDial(dials, name, Number(target.value)))}
        />
        <output>{value === 0 && off ? off : `${value}${unit}`}</output>
      </label>
    );
  });
}
