import { describe, expect, it } from 'vitest';

import { createKeyVault } from './key-vault';
import type { SettingsPlace } from './model-settings';

const canary = 'sk-canary-7f3e9b21d4';
const base = 'https://api.openai.com/v1';
const other = 'http://localhost:11434/v1';

/** A place that several windows share. */
function sharedPlace() {
  const stored: { text: string | null } = { text: null };
  const listeners = new Set<() => void>();
  const place: SettingsPlace = {
    read: () => stored.text,
    write: (text) => {
      stored.text = text;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    place,
    stored,
    listeners,
    tellOthers: () => {
      for (const listener of listeners) listener();
    },
  };
}

describe('[X3] the keys of providers', () => {
  it('are kept for the endpoint they were entered for, over a reload, and for no other', async () => {
    const { place } = sharedPlace();
    await createKeyVault(place).remember(base, ` ${canary}\n`);
    const vault = createKeyVault(place);
    expect(vault.keyFor(base)).toBe(canary);
    expect(vault.keyFor(other)).toBeNull();
    expect(vault.getState()).toMatchObject({ access: 'open', isProtected: false, endpoints: [base] });
  });

  it('are never part of what a screen can read of them', async () => {
    const vault = createKeyVault(sharedPlace().place);
    await vault.remember(base, canary);
    expect(JSON.stringify(vault.getState())).not.toContain(canary);
  });

  it('are forgotten one by one, by emptying the field, and all at once', async () => {
    const { place, stored } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.remember(base, canary);
    await vault.remember(other, 'second');
    await vault.forget(base);
    expect([vault.keyFor(base), vault.keyFor(other)]).toEqual([null, 'second']);
    expect(stored.text).not.toContain(canary);
    await vault.remember(other, '  ');
    expect(vault.getState().endpoints).toEqual([]);
    await vault.remember(base, canary);
    vault.forgetAll();
    expect(stored.text).not.toContain(canary);
    expect(createKeyVault(place).keyFor(base)).toBeNull();
  });

  it('are encrypted at rest behind a passphrase, and open with it only', async () => {
    const { place, stored } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.remember(base, canary);
    await vault.protect('correct horse');
    expect(vault.keyFor(base)).toBe(canary);
    expect(stored.text).not.toContain(canary);
    expect(stored.text).not.toContain(btoa(canary).slice(0, 12));
    expect(stored.text).not.toContain('correct horse');
    expect(JSON.parse(stored.text ?? '')).toMatchObject({ sealed: { iterations: 600_000 } });

    const later = createKeyVault(place);
    expect(later.getState()).toMatchObject({ access: 'locked', isProtected: true, endpoints: [] });
    expect(later.keyFor(base)).toBeNull();
    expect(await later.unlock('wrong horse')).toBe(false);
    expect(later.keyFor(base)).toBeNull();
    expect(await later.unlock('correct horse')).toBe(true);
    expect(later.keyFor(base)).toBe(canary);
  });

  it('stay encrypted when one is added or forgotten, never twice under the same number used once', async () => {
    const { place, stored } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.protect('correct horse');
    await vault.remember(base, canary);
    const first = stored.text;
    await vault.remember(base, canary);
    expect(stored.text).not.toBe(first);
    expect(stored.text).not.toContain(canary);
    const later = createKeyVault(place);
    await later.unlock('correct horse');
    expect(later.keyFor(base)).toBe(canary);
  });

  it('leave memory when they are locked, and nothing is added to what is locked', async () => {
    const { place, stored } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.remember(base, canary);
    await vault.protect('correct horse');
    const kept = stored.text;
    vault.lock();
    await vault.remember(other, 'second');
    await vault.forget(base);
    await vault.protect('another');
    vault.unprotect();
    expect(vault.keyFor(base)).toBeNull();
    expect(stored.text).toBe(kept);
  });

  it('become plain again when the person wants it, and are all forgotten when the passphrase is lost', async () => {
    const { place } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.remember(base, canary);
    await vault.protect('correct horse');
    vault.unprotect();
    expect(createKeyVault(place).keyFor(base)).toBe(canary);
    await vault.protect('correct horse');
    const later = createKeyVault(place);
    later.forgetAll();
    expect(later.getState()).toMatchObject({ access: 'open', isProtected: false, endpoints: [] });
  });

  it('notice when somebody has changed what is encrypted', async () => {
    const { place, stored } = sharedPlace();
    const vault = createKeyVault(place);
    await vault.remember(base, canary);
    await vault.protect('correct horse');
    const text = stored.text ?? '';
    const at = text.indexOf('"data":"') + 9;
    stored.text = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    expect(await createKeyVault(place).unlock('correct horse')).toBe(false);
  });

  it('follow other windows: what was added, forgotten, encrypted', async () => {
    const { place, tellOthers } = sharedPlace();
    const here = createKeyVault(place);
    const there = createKeyVault(place);
    await there.remember(base, canary);
    tellOthers();
    await expect.poll(() => here.keyFor(base)).toBe(canary);
    await there.protect('correct horse');
    tellOthers();
    await expect.poll(() => here.getState().access).toBe('locked');
    await here.unlock('correct horse');
    await there.forget(base);
    tellOthers();
    await expect.poll(() => here.getState().endpoints).toEqual([]);
    expect(here.getState().access).toBe('open');
  });

  it('stop listening when they are closed', () => {
    const { place, listeners } = sharedPlace();
    const vault = createKeyVault(place);
    vault.close();
    expect(listeners.size).toBe(0);
  });

  it.each([
    null,
    '',
    'nonsense',
    '[]',
    '{"keys":7}',
    '{"keys":{"a":1,"b":""}}',
    '{"sealed":{"salt":1}}',
    '{"sealed":{"salt":"","iv":"","data":"","iterations":-1}}',
  ])('begin with none where %o is stored', (text) => {
    const { place, stored } = sharedPlace();
    stored.text = text;
    expect(createKeyVault(place).getState()).toMatchObject({ access: 'open', endpoints: [] });
  });

  it('are not opened by anything from data that is no encryption of ours', async () => {
    const { place, stored } = sharedPlace();
    stored.text = '{"sealed":{"salt":"%%%","iv":"%%%","data":"%%%","iterations":600000}}';
    const vault = createKeyVault(place);
    expect(vault.getState().access).toBe('locked');
    expect(await vault.unlock('anything')).toBe(false);
    stored.text = '{"sealed":{"salt":"AAAA","iv":"AAAA","data":"AAAA","iterations":1000000000000}}';
    expect(await vault.unlock('anything')).toBe(false);
  });
});
