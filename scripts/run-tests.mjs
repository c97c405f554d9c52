import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { installMissingDependencies } from './dependencies.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './run-tool.mjs';
import { honestCounts } from './test-counts.mjs';
import { quickSteps, reportFile, reportFolder, steps } from './test-steps.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {import('./test-steps.mjs').Step} Step
 */

const usage = `Usage: npm test -- [--only STEP,STEP…]
  Steps: ${steps.map(({ name }) => name).join(', ')}; quick stands for ${quickSteps.join(', ')}.`;

/**
 * Runs the steps one after another, all of them even when one fails, and prints the sum as the last line.
 *
 * @param {readonly string[]} commandLine
 */
export async function runTests(commandLine) {
  const chosen = chosenSteps(commandLine);
  await installMissingDependencies();
  await mkdir(path.join(root, reportFolder), { recursive: true });

  const stop = stopOnInterrupt();
  /** @type {Map<string, Counts>} */
  const results = new Map();
  for (const step of chosen) {
    results.set(step.name, await countsOf(step, results));
    if (stop.isAsked()) throw new PlainError('Stopped before the end.');
  }

  for (const [name, { passed, failed }] of results) {
    if (failed > 0) console.log(`\nFailed: ${name} (${failed} of ${passed + failed})`);
  }
  const sum = [...results.values()].reduce((total, { passed, failed }) => ({
    passed: total.passed + passed,
    failed: total.failed + failed,
  }));
  if (sum.failed > 0) process.exitCode = 1;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
}

/** @param {readonly string[]} commandLine */
export function chosenSteps(commandLine) {
  const only = onlyOption(commandLine);
  if (only === undefined) return steps.filter(({ isOnlyOnRequest }) => isOnlyOnRequest !== true);
  const names = only.split(',').flatMap((name) => (name === 'quick' ? quickSteps : [name]));
  return names.map((name) => {
    const step = steps.find((candidate) => candidate.name === name);
    if (step === undefined) throw new PlainError(`There is no step named "${name}".\n\n${usage}`);
    return step;
  });
}

/** @param {readonly string[]} commandLine */
function onlyOption(commandLine) {
  try {
    return parseArgs({ args: [...commandLine], options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, Counts>} results - of the steps before.
 * @returns {Promise<Counts>}
 */
async function countsOf(step, results) {
  console.log(`\n── ${step.title}`);
  if (step.needs !== undefined && (results.get(step.needs)?.failed ?? 0) > 0) {
    console.log(`Not run: the step ${step.needs} failed.`);
    return { passed: 0, failed: 1 };
  }
  const startedAt = performance.now();
  await rm(path.join(root, reportFile(step.name)), { force: true });
  const exitCode = await exitCodeOf(step);
  const counts =
    step.counts === undefined
      ? { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1 }
      : honestCounts(step.counts(await readReport(step.name)), exitCode);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds} s`);
  return counts;
}

/** @param {Step} step */
async function exitCodeOf(step) {
  try {
    return await step.run();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    return 1;
  }
}

/**
 * @param {string} name
 * @returns {Promise<unknown>} null when there is no readable report.
 */
async function readReport(name) {
  try {
    return JSON.parse(await readFile(path.join(root, reportFile(name)), 'utf8'));
  } catch {
    return null;
  }
}

/** Lets the running step end on its own signal, and tells whether a person wants no further ones. */
function stopOnInterrupt() {
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      isAsked = true;
    });
  }
  return { isAsked: () => isAsked };
}
