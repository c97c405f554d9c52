import { describe, expect, it } from 'vitest';

import { randomIds } from './random-ids';

describe('random ids', () => {
  it('say what they name, in small letters and digits', () => {
    const ids = randomIds();

    expect(ids.entity('project')).toMatch(/^prj_[0-9a-z]{16}$/);
    expect(ids.entity('task')).toMatch(/^tsk_[0-9a-z]{16}$/);
    expect(ids.entity('person')).toMatch(/^per_[0-9a-z]{16}$/);
    expect(ids.entity('comment')).toMatch(/^com_[0-9a-z]{16}$/);
    expect(ids.entity('email')).toMatch(/^eml_[0-9a-z]{16}$/);
    expect(ids.commit()).toMatch(/^chg_[0-9a-z]{16}$/);
  });

  it('do not repeat', () => {
    const ids = randomIds();
    const many = Array.from({ length: 10_000 }, () => ids.entity('task'));

    expect(new Set(many).size).toBe(many.length);
  });
});
