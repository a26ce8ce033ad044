import type { IncomingMessage, ServerResponse } from 'node:http';
import { getResponse } from 'msw';
import type { Plugin } from 'vite';
import { sampleServer, type SampleOptions } from './sampleServer.ts';

/**
 * Answers /api/ from the sample server in Vite's own servers, so that the pane runs without the Api.
 * A page may ask for a behaviour: /preview.html?sample={"reconnect":"empty"}
 */
export function sampleApi(): Plugin {
  const servers = new Map<string, ReturnType<typeof sampleServer>>();
  const handlersFor = (referer: string | undefined) => {
    const wish = (referer && new URL(referer).searchParams.get('sample')) ?? '{}';
    const known = servers.get(wish) ?? sampleServer(JSON.parse(wish) as SampleOptions);
    servers.set(wish, known);
    return known;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.url?.startsWith('/api/') !== true) {
      next();
      return;
    }
    const body = await read(request);
    const asked = new Request(`http://localhost${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const given =
      (await getResponse(handlersFor(request.headers.referer), asked)) ?? new Response(null, { status: 404 });
    response.writeHead(given.status, Object.fromEntries(given.headers));
    response.end(await given.text());
  };
  const use = ({
    middlewares,
  }: {
    middlewares: {
      use(handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): unknown;
    };
  }) => {
    middlewares.use((request, response, next) => void answer(request, response, next));
  };
  return { name: 'sample-api', configureServer: use, configurePreviewServer: use };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
