import { type OperationName, pathFields, routeOf } from '@shared/contract/routes';

/** An operation as HTTP asks for it: the path below `/api` with what belongs into it, and what goes into the body. */
export interface HttpCall {
  method: 'GET' | 'POST';
  path: string;
  /** Undefined for a reading: its fields stand in the path and the query. */
  body?: string;
}

export function callOf(name: OperationName, fields: Readonly<Record<string, unknown>>): HttpCall {
  const { method, path } = routeOf(name);
  const filled = pathFields(path).reduce(
    (route, field) => route.replace(`{${field}}`, encodeURIComponent(String(fields[field]))),
    path,
  );
  if (method === 'POST') return { method, path: filled, body: JSON.stringify(fields) };
  return { method, path: `${filled}?${new URLSearchParams(fields as Record<string, string>)}` };
}
