import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { sampleServer, type SampleOptions } from './sampleServer.ts';

export const origin = 'http://localhost:3000';

/** The sample server in place of the network for one test file; a request that it does not know fails the test. */
export function useSampleServer(options: SampleOptions = {}) {
  const server = setupServer();
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterEach(() => {
    server.resetHandlers(...sampleServer(options));
  });
  afterAll(() => {
    server.close();
  });
  server.resetHandlers(...sampleServer(options));
  return server;
}
