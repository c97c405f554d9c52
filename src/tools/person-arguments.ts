import { isEmailAddress } from '@/domain/workspace';

import { isNone, line, none } from './arguments';
import { z } from './zod';

const addressLimit = 254;
const addressRule = 'An address looks like name@example.com: plain letters, one @, no spaces or commas.';

export function addressArgument(description: string) {
  return line(`${description}, like name@example.com.`, addressLimit).check(
    z.refine((text) => isEmailAddress(text.trim()), addressRule),
  );
}

export function addressOrNoneArgument(description: string) {
  return line(`${description}, like name@example.com; "${none}" to remove it.`, addressLimit).check(
    z.refine((text) => isNone(text) || isEmailAddress(text.trim()), addressRule),
  );
}
