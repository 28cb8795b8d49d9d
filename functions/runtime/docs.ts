import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { openApiDocument } from './openapi';

/** Files of the page, all from the npm package: it works without a network. */
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Shouwang API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true });\n`;

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The document of the API and a page to browse it, for the local stack. */
export function createDocs(): Hono {
  const app = new Hono();
  const document = JSON.stringify(openApiDocument());
  const answer = (body: BodyInit, type: string) =>
    new Response(body, { headers: { ...HEADERS, 'content-type': type } });
  app.get('/openapi.json', () => answer(document, 'application/json; charset=utf-8'));
  app.get('/docs', () => answer(PAGE, 'text/html; charset=utf-8'));
  app.get('/docs/', () => answer(PAGE, 'text/html; charset=utf-8'));
  app.get('/docs/start.js', () => answer(START, 'text/javascript; charset=utf-8'));
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/docs/${name}`, () => {
      const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
      return answer(Readable.toWeb(createReadStream(join(folder, name))) as BodyInit, type);
    });
  }
  return app;
}
