// What arrives, compared with the spec: in live traffic, in HAR files and in recorded bodies.
export { createDrift, type Drift, type DriftOptions } from "./drift.ts";
export type { DriftFinding, DriftKind } from "./finding.ts";
export { type HarReading, type HarSkip, readHar } from "./har.ts";
export type { HarSkipReason } from "./har-entry.ts";
export type { DriftReport, OperationDrift } from "./report.ts";
export { formatDriftReport } from "./text.ts";
