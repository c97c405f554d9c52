export { browserPorts } from './browser-ports';
export type { OpenApp } from './open-app';
export type { OpeningProblem } from './opening-refusal';
export {
  createStartup,
  type Startup,
  type StartupState,
  type StuckState,
  type SuspiciousState,
} from './startup';
