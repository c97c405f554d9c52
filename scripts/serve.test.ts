import { describe, expect, it } from 'vitest';

import { serveOptions } from './serve.mjs';

describe('the options of npm start', () => {
  it('are a free port of this machine alone when none is given', () => {
    expect(serveOptions(['--no-open'])).toEqual({ port: null, isOpenToNetwork: false, opensBrowser: false });
  });

  it('take a port and the network', () => {
    expect(serveOptions(['--no-open', '--port', '8080', '--host'])).toEqual({
      port: 8080,
      isOpenToNetwork: true,
      opensBrowser: false,
    });
  });

  it.each(['0', '65536', '80a', '-1', '4.5', ''])('refuse the port "%s" and show the usage', (port) => {
    expect(() => serveOptions([`--port=${port}`])).toThrow(
      /--port wants a number from 1 to 65535[^]*Usage: npm start/,
    );
  });

  it.each(['--prot', '--open=1', 'somewhere'])('refuse the unknown %s and show the usage', (argument) => {
    expect(() => serveOptions([argument])).toThrow(/Usage: npm start/);
  });
});
