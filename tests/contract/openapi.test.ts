import { createDocs } from '@functions/runtime/docs';
import { openApiDocument } from '@functions/runtime/openapi';
import { ERROR_STATUS, OPERATIONS, pathFields } from '@shared/contract';
import { z } from '@shared/zod';

/** What OpenAPI 3.1 asks of a document, as far as ours goes; strict, so that a misspelt key is seen. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.strictObject({ 'application/json': z.strictObject({ schema: Schema }) });
const OpenApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string().startsWith('/api/'),
    z.partialRecord(
      z.enum(['get', 'post']),
      z.strictObject({
        operationId: z.string(),
        tags: z.array(z.string()).length(1),
        summary: z.string().min(5),
        description: z.string(),
        security: z.array(z.record(z.string(), z.array(z.string()))),
        parameters: z.array(
          z.strictObject({
            name: z.string(),
            in: z.enum(['path', 'query', 'header']),
            required: z.boolean(),
            description: z.string().optional(),
            schema: Schema,
          }),
        ),
        requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
        responses: z.record(
          z.string().regex(/^\d{3}$/),
          z.strictObject({ description: z.string().min(3), content: Content.optional() }),
        ),
      }),
    ),
  ),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      session: z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer') }),
    }),
    schemas: z.record(z.string().regex(/^[\w.-]+$/), Schema),
  }),
});

const json = openApiDocument();
const document = OpenApi.parse(json);
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Keywords of JSON Schema 2020-12 that our schemas use. */
const KEYWORDS = new Set(
  (
    'type properties required additionalProperties propertyNames items prefixItems enum const anyOf oneOf allOf not ' +
    'pattern format minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems ' +
    'default description $ref'
  ).split(' '),
);

function walk(
  schema: unknown,
  at: string,
  visit: (schema: Record<string, unknown>, at: string) => void,
): void {
  if (typeof schema !== 'object' || schema === null) return;
  const node = schema as Record<string, unknown>;
  visit(node, at);
  for (const key of ['items', 'additionalProperties', 'propertyNames', 'not'])
    walk(node[key], `${at}/${key}`, visit);
  for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    for (const [index, one] of ((node[key] ?? []) as unknown[]).entries())
      walk(one, `${at}/${key}/${index}`, visit);
  for (const [name, one] of Object.entries((node.properties ?? {}) as object))
    walk(one, `${at}/${name}`, visit);
}

const roots: [string, unknown][] = [
  ...Object.entries(document.components.schemas),
  ...described.flatMap(({ operation }): [string, unknown][] => [
    ...operation.parameters.map((one): [string, unknown] => [
      `${operation.operationId}?${one.name}`,
      one.schema,
    ]),
    ...Object.entries(operation.responses).map(([status, one]): [string, unknown] => [
      `${operation.operationId} ${status}`,
      one.content?.['application/json'].schema,
    ]),
    [`${operation.operationId} body`, operation.requestBody?.content['application/json'].schema],
  ]),
];

test('every operation that HTTP reaches is described once, at its method and path', () => {
  const reached = OPERATIONS.filter(({ callers }) => callers !== 'SYSTEM');
  expect(
    described.map(({ method, path, operation }) => `${operation.operationId} ${method} ${path}`).sort(),
  ).toEqual(
    reached.map(({ name, kind, path }) => `${name} ${kind === 'query' ? 'get' : 'post'} /api${path}`).sort(),
  );
});

test('the timers, which no client reaches, are not described', () => {
  expect(JSON.stringify(json)).not.toContain('timers.tick');
});

test.each(described)(
  '$operation.operationId: its fields, its session, its answers',
  ({ path, method, operation }) => {
    const declared = OPERATIONS.find(({ name }) => name === operation.operationId);
    const inPath = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect(inPath).toEqual(pathFields(path));
    expect(operation.parameters.some((one) => one.name === 'x-request-id' && one.required)).toBe(
      method === 'post',
    );
    expect(operation.requestBody !== undefined).toBe(method === 'post');
    const open = declared?.callers === 'ANYONE' || declared?.callers === 'LOCAL';
    expect(operation.security.some((one) => Object.keys(one).length === 0)).toBe(open);
    const held = declared?.cache === undefined ? [] : [304];
    const statuses = [200, ...held, ...(declared?.errors ?? []).map((code) => ERROR_STATUS[code])].map(
      String,
    );
    expect(Object.keys(operation.responses).sort()).toEqual([...new Set(statuses)].sort());
  },
);

test('every schema uses known keywords, and every reference leads somewhere in the document', () => {
  let nodes = 0;
  for (const [name, root] of roots) {
    walk(root, name, (node, at) => {
      nodes += 1;
      expect([at, Object.keys(node).filter((key) => !KEYWORDS.has(key))]).toEqual([at, []]);
      if (typeof node.$ref !== 'string') return;
      const target = /^#\/components\/schemas\/([\w.-]+)$/.exec(node.$ref)?.[1] ?? '';
      expect([at, Object.hasOwn(document.components.schemas, target)]).toEqual([at, true]);
    });
  }
  expect(nodes).toBeGreaterThan(1000);
});

test('the document and the page to browse it are served without a network', async () => {
  const docs = createDocs();
  const served = await docs.request('/openapi.json');
  expect(await served.json()).toEqual(JSON.parse(JSON.stringify(json)));
  const page = await (await docs.request('/docs')).text();
  const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).toMatch(/^\/docs\//);
    const file = await docs.request(link);
    expect([link, file.status]).toEqual([link, 200]);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(50);
  }
});
