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
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    if (operation.callers === 'SYSTEM') continue;
    const path = API + operation.path;
    paths[path] = { ...paths[path], [methodOf(operation).toLowerCase()]: describe(operation) };
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
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: schemaOf(ErrorBody, 'output') },
    },
  };
}

function describe(operation: Operation): Json {
  const input = schemaOf(operation.input, 'input');
  const fields = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = pathFields(operation.path);
  const isCommand = operation.kind === 'command';
  const said = Object.keys(fields).filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: 'path' | 'query') => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: fields[name] ?? {},
  });
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    summary: operation.summary,
    description: `Callers: ${operation.callers}. At most ${operation.rate.limit} calls in ${operation.rate.seconds} s.`,
    security:
      operation.callers === 'ANYONE' || operation.callers === 'LOCAL'
        ? [{}, { session: [] }]
        : [{ session: [] }],
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...(isCommand ? [REQUEST_ID] : said.map((name) => parameter(name, 'query'))),
    ],
    ...(isCommand && {
      requestBody: {
        required: said.some((name) => required.has(name)),
        content: json({
          ...input,
          properties: Object.fromEntries(said.map((name) => [name, fields[name]])),
          required: said.filter((name) => required.has(name)),
        }),
      },
    }),
    responses: {
      200: { description: 'Done.', content: json(schemaOf(operation.output, 'output')) },
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

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // A record that its own module checks: all that can be said here is that it is an object.
      if (zodSchema._zod.def.type === 'custom' && z.safeParse(zodSchema, {}).success)
        jsonSchema.type = 'object';
    },
  });
  return made as Json;
}
