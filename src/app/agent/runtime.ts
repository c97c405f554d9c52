import { createEngine, type Engine, type EnginePorts } from '@/agent';
import { allTools } from '@/tools';

/** Makes the agent's runtime with every tool there is. A file of its own, so that the first page need not hold it. */
export function createRuntime(ports: Omit<EnginePorts, 'tools'>): Engine {
  return createEngine({ ...ports, tools: allTools });
}
