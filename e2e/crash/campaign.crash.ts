import { mkdir, writeFile } from 'node:fs/promises';

import { expect, test } from '@playwright/test';
import fc from 'fast-check';

import { faultsOf, workspaceWords, type WorkspaceWords } from './crash-faults';
import { CrashDesk, type Death } from './crash-story';

const wantedKills = Number(process.env['MOMENTUM_KILLS'] ?? '200');
const seed = Number(process.env['MOMENTUM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

interface Campaign {
  readonly seed: number;
  readonly stories: number;
  readonly kills: number;
  /** How often what was promised did not hold, by its name. */
  readonly totals: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** What is promised, and the words by which a fault tells that it did not hold. */
const promises = {
  'lost messages': /message lost|messages:/,
  'lost from journal or log': /lost from the/,
  'finished calls lost': /done and not in the workspace|in the workspace and not recorded/,
  'calls applied twice': /applied twice|ended twice/,
  'emails sent twice': /emails arrived/,
  'sessions stuck': /stuck|never ended|still open/,
  'workspaces unlike that without a crash': /missing: |too much: |: twice: |emails: /,
} as const;

/*
 * Each story is told with the same messages and the same decisions; its browser dies at random moments. What is wrong at the end of one
 * is told with its seed and its place, so that MOMENTUM_SEED tells it again.
 */
test('[L1] [L3] [C7] a browser that is killed again and again loses nothing, and nothing happens twice', async ({
  baseURL,
}) => {
  test.setTimeout(12 * 60 * 60_000);
  const desk = await CrashDesk.open(baseURL ?? '');
  try {
    const calm = await desk.tell([]);
    const expected = workspaceWords(calm.records);
    expect(faultsOf(calm, expected)).toEqual([]);

    console.log(`One story without a crash takes ${String(Math.round(calm.ms))} ms.`);
    const campaign = await campaignOn(desk, expected, calm.ms);

    await mkdir('.momentum', { recursive: true });
    await writeFile('.momentum/crash.json', JSON.stringify(campaign, null, 2));
    expect(campaign.faults).toEqual([]);
    expect(campaign.kills).toBeGreaterThanOrEqual(wantedKills);
  } finally {
    await desk.close();
  }
});

async function campaignOn(desk: CrashDesk, expected: WorkspaceWords, calmMs: number): Promise<Campaign> {
  // More than enough of them: most stories have several kills, few have none.
  const plans = fc.sample(deathsWithin(calmMs), { seed, numRuns: wantedKills });
  const faults: string[] = [];
  let kills = 0;
  let stories = 0;
  for (const deaths of plans) {
    if (kills >= wantedKills) break;
    const { found, killed } = await judged(desk, deaths, expected);
    kills += killed;
    stories += 1;
    const where = `story ${String(stories)} of ${String(seed)}, ${wordsOf(deaths)}`;
    for (const fault of found) {
      faults.push(`${where}: ${fault}`);
      console.log(`${where}: ${fault}`);
    }
    console.log(
      `${String(kills)} kills in ${String(stories)} stories, ${String(faults.length)} faults (seed ${String(seed)})`,
    );
  }
  const totals = Object.fromEntries(
    Object.entries(promises).map(([name, words]) => [
      name,
      faults.filter((fault) => words.test(fault)).length,
    ]),
  );
  console.table({ stories, kills, ...totals });
  return { seed, stories, kills, totals, faults };
}

/** A story that comes to a halt is a fault of its own, and the campaign goes on. */
async function judged(
  desk: CrashDesk,
  deaths: readonly Death[],
  expected: WorkspaceWords,
): Promise<{ readonly found: readonly string[]; readonly killed: number }> {
  try {
    const ended = await desk.tell(deaths);
    return { found: faultsOf(ended, expected), killed: ended.kills };
  } catch (error) {
    return { found: [`stuck: ${error instanceof Error ? error.message : String(error)}`], killed: 0 };
  }
}

/** Each life goes on where the one before ended, so that short ones reach every part of a story. */
function deathsWithin(storyMs: number): fc.Arbitrary<readonly Death[]> {
  const death = fc.oneof(
    { weight: 4, arbitrary: within('after', Math.ceil(storyMs / 2)) },
    { weight: 3, arbitrary: within('saying', 500) },
    { weight: 1, arbitrary: within('email', 600) },
  );
  return fc.noBias(fc.array(death, { minLength: 3, maxLength: 7 }));
}

function within(type: Death['type'], max: number): fc.Arbitrary<Death> {
  return fc.record({ type: fc.constant(type), ms: fc.noBias(fc.integer({ min: 0, max })) });
}

function wordsOf(deaths: readonly Death[]): string {
  return deaths.map(({ type, ms }) => `${type} ${String(ms)} ms`).join(', ');
}
