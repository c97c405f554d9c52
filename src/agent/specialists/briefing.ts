import type { Briefing } from '../loop/model-loop';
import { handOffTool, mayUse, specialists, type Speaker } from './specialists';

/** What whoever has the conversation is told before a request, and the tools that they may use. */
export function briefingFor(
  speaker: Speaker,
  { instructions, tools }: { readonly instructions: string; readonly tools: readonly string[] },
): Briefing {
  return {
    instructions: `${instructions}\n\n${wordsFor(speaker)}`,
    tools: new Set(tools.filter((tool) => mayUse(speaker, tool))),
  };
}

function wordsFor(speaker: Speaker): string {
  const others = specialists
    .filter(({ id }) => id !== speaker)
    .map(({ id, name, charge }) => `- ${handOffTool(id)}: ${name} ${charge}.`)
    .join('\n');
  const own = specialists.find(({ id }) => id === speaker);
  if (own === undefined) {
    return `Specialists, to whom you can hand the conversation for the rest of a message:\n${others}\nDo what takes a few calls yourself. Hand over longer work that lies within one charge.`;
  }
  return `For this message the conversation was handed to you: you are ${own.name}, who ${own.charge}. ${own.instructions} You have the tools for this alone. When something else is left to be done, hand over:\n${others}\nWhen all is done, answer the person for all who worked on their message.`;
}
