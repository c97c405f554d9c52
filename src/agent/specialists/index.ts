export { briefingFor } from './briefing';
export { handOffTools } from './hand-off-tools';
export { askerOf, speakerOf } from './speaker';
export {
  handOffTarget,
  handOffTool,
  mayUse,
  speakerName,
  specialists,
  type Speaker,
  type Specialist,
} from './specialists';
