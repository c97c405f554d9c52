/** An item as any model is given it. */
interface HistoryItem {
  readonly type?: string | undefined;
  readonly callId?: unknown;
}

/** What is wrong with a history: calls without an output, outputs without a call, or two of one; empty when it is whole. */
export function historyFaults(items: readonly HistoryItem[]): readonly string[] {
  const open = new Set<string>();
  const ended = new Set<string>();
  const faults: string[] = [];
  for (const { type, callId } of items) {
    const id = String(callId);
    if (type === 'function_call') {
      if (open.has(id) || ended.has(id)) faults.push(`${id} is asked for twice`);
      open.add(id);
    } else if (type === 'function_call_result') {
      if (!open.delete(id)) faults.push(`${id} has an output and no call`);
      ended.add(id);
    } else if (open.size > 0) faults.push(`${[...open].join(', ')}: something stands before the output`);
  }
  return open.size === 0 ? faults : [...faults, `${[...open].join(', ')} without an output`];
}
