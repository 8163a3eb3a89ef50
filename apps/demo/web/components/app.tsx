import { createCargo } from "@agent-chats/client/cargo";
import { useMemo } from "react";
import type { DemoInfo } from "../../server/info.ts";
import { createAllView } from "../all/view.ts";
import { useDemoInfo } from "../hooks/use-demo-info.ts";
import type { ChatView } from "../model/view.ts";
import { optionsOf } from "../vendors/context.ts";
import { createViews } from "../vendors/registry.ts";
import { Explorer } from "./explorer.tsx";
import { FailedNotice, Notice } from "./notice.tsx";

/** The page: asks the server what there is to show, and shows it. */
export function App() {
  const { asking, retry } = useDemoInfo();
  const info = asking && "info" in asking ? asking.info : undefined;
  const shown = useMemo(() => info && createShown(info), [info]);
  if (asking && "error" in asking) return <FailedNotice what="the demo" error={asking.error} onRetry={retry} />;
  if (!shown) return <div className="booting" role="status" aria-label="Loading" />;
  const { views, cargo } = shown;
  return isFilled(views) ? (
    <Explorer
      views={views}
      backend={info?.backend === "vendors" ? "Live" : "Emulator"}
      cargo={cargo}
      info={shown.info}
    />
  ) : (
    <Notice title="No vendor to show" />
  );
}

function createShown(info: DemoInfo): {
  info: DemoInfo;
  views: ChatView[];
  cargo: ReturnType<typeof createCargo> | undefined;
} {
  const { origin } = location;
  const views = createViews(origin, info);
  const all = views.length > 0 ? [createAllView(origin, info, views)] : [];
  const hasCargo = views.some(({ id }) => id === "cargo");
  return { info, views: [...all, ...views], cargo: hasCargo ? createCargo(optionsOf(origin, "cargo")) : undefined };
}

function isFilled(views: ChatView[]): views is [ChatView, ...ChatView[]] {
  return views.length > 0;
}
