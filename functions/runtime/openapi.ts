import { ERROR_STATUS, ErrorBody, OPERATIONS, type Operation, pathFields } from '@shared/contract';
import { methodOf } from '@shared/contract/operation';
import { z } from '@shared/zod';
import { API } from './http';

type Json = Record<string, unknown>;

const ERROR_WORDS: Record<keyof typeof ERROR_STATUS, string> = {
  bad_input: 'A field does not fit; `issues` names each.',
  unauthenticated: 'No session, or one that is over.',
  forbidden: 'Not for this caller.',
  not_found: 'Missing, or not for this caller to know.',
  conflict: 'Wrong state or version; `current` says what stands there now.',
  too_large: 'The body is larger than 100 KB.',
  rate_limited: 'Too many calls; `retryAfter` in seconds.',
  internal: 'Our fault; tell us `traceId`.',
};

/** The OpenAPI 3.1 document of everything that HTTP reaches, made from the contract. */
export function openApiDocument(): Json {
  const schemas: Record<string, Json> = {};
  schemas.Error = schemaOf('Error', ErrorBody, 'output', schemas);
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    if (operation.callers === 'SYSTEM') continue;
    const path = API + operation.path;
    paths[path] = { ...paths[path], [methodOf(operation).toLowerCase()]: describe(operation, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shouwang',
      version: '1',
      description:
        'Self-reporting of hardship and village publicity. Commands (POST) need an `x-request-id`; the second arrival of one gets the first answer.',
    },
    paths,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

function describe(operation: Operation, schemas: Record<string, Json>): Json {
  const { name, callers, rate, cache } = operation;
  const input = schemaOf(`${name}.input`, operation.input, 'input', schemas);
  const fields = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = pathFields(operation.path);
  const isCommand = operation.kind === 'command';
  const said = Object.keys(fields).filter((field) => !inPath.includes(field));
  const parameter = (field: string, place: 'path' | 'query') => ({
    name: field,
    in: place,
    required: place === 'path' || required.has(field),
    schema: fields[field] ?? {},
  });
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: operation.summary,
    description: `Callers: ${callers}. At most ${rate.limit} calls in ${rate.seconds} s.${cache === undefined ? '' : ` An answer is at most ${cache.seconds} s old, and has an ETag.`}`,
    security: callers === 'ANYONE' || callers === 'LOCAL' ? [{}, { session: [] }] : [{ session: [] }],
    parameters: [
      ...inPath.map((field) => parameter(field, 'path')),
      ...(isCommand ? [REQUEST_ID] : said.map((field) => parameter(field, 'query'))),
    ],
    ...(isCommand && {
      requestBody: {
        required: said.some((field) => required.has(field)),
        content: json({
          ...input,
          properties: Object.fromEntries(said.map((field) => [field, fields[field]])),
          required: said.filter((field) => required.has(field)),
        }),
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: json(schemaOf(`${name}.output`, operation.output, 'output', schemas)),
      },
      ...(cache && { 304: { description: 'What the caller holds (`if-none-match`) is the answer.' } }),
      ...Object.fromEntries(
        operation.errors.map((code) => [
          ERROR_STATUS[code],
          { description: ERROR_WORDS[code], content: json({ $ref: '#/components/schemas/Error' }) },
        ]),
      ),
    },
  };
}

const REQUEST_ID = {
  name: 'x-request-id',
  in: 'header',
  required: true,
  description: 'Made by the client, one for each act of the person.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,64}$' },
};

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** A schema of the contract as JSON Schema. Parts that it names itself go among the document's own, under its name. */
function schemaOf(
  name: string,
  schema: z.ZodType,
  io: 'input' | 'output',
  schemas: Record<string, Json>,
): Json {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // A record that its own module checks: all that can be said here is that it is an object.
      if (zodSchema._zod.def.type === 'custom' && z.safeParse(zodSchema, {}).success)
        jsonSchema.type = 'object';
    },
  });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`);
  const { $schema: _, $defs = {}, ...rest } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
  for (const [part, described] of Object.entries($defs)) schemas[`${name}.${part}`] = described;
  return rest;
}
