import type { LocalServer } from '@functions/runtime/local';
import { getRequestListener } from '@hono/node-server';
import type { Handler } from './pages';

/** Which requests go where: files to the store, operations to the API, the rest to the pages. */
export function route(store: Handler, api: LocalServer, pages: Handler): Handler {
  const listener = getRequestListener((request) => api.fetch(request));
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path.startsWith('/storage/')) return store(request, response);
    if (!/^\/(api|docs)(\/|$)/.test(path) && path !== '/openapi.json') return pages(request, response);
    if (!api.quick(request, response)) await listener(request, response);
  };
}
