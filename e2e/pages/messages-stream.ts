import type { ServerResponse } from 'node:http';

/** A part of what a model says over Anthropic's Messages API. */
export type MessageBlock =
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: object };

/** Streams an answer of the Messages API. The steps between its blocks may wait. */
export async function streamMessages(
  response: ServerResponse,
  blocks: readonly (MessageBlock | (() => Promise<void>))[],
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  const usage = { input_tokens: 200, output_tokens: 1 };
  response.write(sent('message_start', { message: { id: 'msg_1', model: 'm', content: [], usage } }));
  let index = 0;
  let reason = 'end_turn';
  for (const block of blocks) {
    if (typeof block === 'function') await block();
    else {
      if (block.type === 'tool_use') reason = 'tool_use';
      const deltas = deltasOf(block).map((delta) => sent('content_block_delta', { index, delta }));
      const start = sent('content_block_start', { index, content_block: emptied(block) });
      response.write([start, ...deltas, sent('content_block_stop', { index })].join(''));
      index += 1;
    }
  }
  const delta = { stop_reason: reason, stop_sequence: null };
  response.end(
    `${sent('message_delta', { delta, usage: { output_tokens: 20 } })}${sent('message_stop', {})}`,
  );
}

function emptied(block: MessageBlock): object {
  switch (block.type) {
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'text':
      return { type: 'text', text: '' };
    case 'tool_use':
      return { ...block, input: {} };
  }
}

function deltasOf(block: MessageBlock): readonly object[] {
  switch (block.type) {
    case 'thinking':
      return [
        { type: 'thinking_delta', thinking: block.thinking },
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'text':
      return [{ type: 'text_delta', text: block.text }];
    case 'tool_use':
      return [{ type: 'input_json_delta', partial_json: JSON.stringify(block.input) }];
  }
}

function sent(type: string, fields: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`;
}
