import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** @param child - detached, so that it is a group of its own: it dies with all of its processes, and nothing else does. */
export function startedGroup(child: ChildProcess): ChildProcess {
  const orphaned = (): void => killGroup(child);
  process.once('exit', orphaned);
  child.once('exit', () => process.off('exit', orphaned));
  return child;
}

/** Kills it with all of its processes, and waits until it is gone. */
export async function killed(child: ChildProcess): Promise<void> {
  const gone = goneOf(child);
  killGroup(child);
  await gone;
}

export async function goneOf(child: ChildProcess): Promise<void> {
  if (!isGone(child)) await once(child, 'exit');
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && !isGone(child)) process.kill(-child.pid, 'SIGKILL');
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
