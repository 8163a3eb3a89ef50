import { Component, type ReactNode } from "react";
import { FailedNotice } from "./notice.tsx";

/** Says so where the page itself fails, instead of going blank. */
export class Guard extends Component<{ children: ReactNode }, { error?: unknown; hasFailed: boolean }> {
  override state: { error?: unknown; hasFailed: boolean } = { hasFailed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <FailedNotice what="the page" error={this.state.error} onRetry={() => location.reload()} />;
  }
}
