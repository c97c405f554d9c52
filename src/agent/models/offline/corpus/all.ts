import { otherAdditionPhrases } from './adding-others';
import { taskPhrases } from './adding-tasks';
import { askingPhrases } from './asking';
import { changingPhrases } from './changing';
import { everydayPhrases } from './everyday';
import { familyPhrases } from './families';
import { heldOutChanges } from './held-out-changes';
import { heldOutOthers } from './held-out-others';
import { mixedPhrases } from './mixed';
import type { Phrase } from './phrases';
import { planPhrases } from './plans';
import { exactPhrases } from './said-exactly';

/** What the grammar was made on. */
export const developedPhrases: readonly Phrase[] = [
  ...taskPhrases,
  ...otherAdditionPhrases,
  ...changingPhrases,
  ...askingPhrases,
  ...mixedPhrases,
  ...everydayPhrases,
  ...planPhrases,
  ...exactPhrases,
  ...familyPhrases,
];

/**
 * Written before the grammar, and read and mended on since: a regression set. What is reached here says nothing about phrases that
 * nobody has seen.
 */
export const heldOutPhrases: readonly Phrase[] = [...heldOutChanges, ...heldOutOthers];
