import { useMemo } from "react";
import { useDemoInfo } from "../hooks/use-demo-info.ts";
import type { VendorView } from "../model/view.ts";
import { createViews } from "../vendors/registry.ts";
import { Explorer } from "./explorer.tsx";
import { FailedNotice, Notice } from "./notice.tsx";

/** The page: asks the server what there is to show, and shows it. */
export function App() {
  const { asking, retry } = useDemoInfo();
  const info = asking && "info" in asking ? asking.info : undefined;
  const views = useMemo(() => info && createViews(location.origin, info), [info]);
  if (asking && "error" in asking) return <FailedNotice what="the demo" error={asking.error} onRetry={retry} />;
  if (!views) return <div className="booting" role="status" aria-label="Loading" />;
  return isFilled(views) ? <Explorer views={views} backend="Emulator" /> : <Notice title="No vendor to show" />;
}

function isFilled(views: VendorView[]): views is [VendorView, ...VendorView[]] {
  return views.length > 0;
}
