import { z } from '@shared/zod';
import type { Form } from './multipart';
import { denied, S3Error } from './s3-error';
import { type Keys, requireSignedPolicy } from './signature';

/** Uploads by a form: the only kind that a mini-program can make. The server signs what the form may hold. */

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);

const Policy = z.object({ expiration: z.iso.datetime({ offset: true }), conditions: z.array(Condition) });
type Policy = z.infer<typeof Policy>;

/** Fields that a policy cannot cover: itself and its signature. */
const UNCOVERED = new Set(['policy', 'x-amz-signature']);

export interface FormUpload {
  key: string;
  contentType: string;
  content: Buffer;
  /** The status that the signer wished for: 200, 201 or 204. */
  status: number;
}

function parsePolicy(text: string): Policy {
  try {
    return Policy.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument');
  }
}

type Check = { name: string; holds: boolean };

function checksOf(
  condition: z.infer<typeof Condition>,
  value: (name: string) => string,
  size: number,
): Check[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, wanted]) => ({
      name: name.toLowerCase(),
      holds: value(name.toLowerCase()) === wanted,
    }));
  }
  if (condition[0] === 'content-length-range') {
    const [, least, most] = condition;
    if (size < least) throw new S3Error(400, 'EntityTooSmall');
    if (size > most) throw new S3Error(400, 'EntityTooLarge');
    return [];
  }
  const [operator, variable, wanted] = condition;
  const name = variable.slice(1).toLowerCase();
  const is = value(name);
  return [{ name, holds: operator === 'eq' ? is === wanted : is.startsWith(wanted) }];
}

/**
 * Checks a form against the policy that the server signed for it.
 * @param bucket from the URL
 * @param now ms since 1970
 * @throws S3Error 403 for a wrong signature, an expired policy or a field that breaks it or that it does not mention;
 *   400 for a content of the wrong size
 */
export function readFormUpload(form: Form, bucket: string, keys: Keys, now: number): FormUpload {
  const { fields, file } = form;
  requireSignedPolicy((name) => fields.get(name), keys);
  const policy = parsePolicy(fields.get('policy') ?? '');
  if (now > Date.parse(policy.expiration)) throw denied('Policy expired');
  if (!file) throw new S3Error(400, 'InvalidArgument', 'The form has no file');

  const value = (name: string) => (name === 'bucket' ? bucket : (fields.get(name) ?? ''));
  const covered = new Set<string>();
  for (const condition of policy.conditions) {
    for (const { name, holds } of checksOf(condition, value, file.length)) {
      if (!holds) throw denied(`Policy condition failed: ${name}`);
      covered.add(name);
    }
  }
  for (const name of [...fields.keys(), 'bucket', 'key']) {
    if (!covered.has(name) && !UNCOVERED.has(name) && !name.startsWith('x-ignore-')) {
      throw denied(`The policy does not mention ${name}`);
    }
  }
  return {
    key: value('key'),
    contentType: value('content-type') || 'application/octet-stream',
    content: file,
    status: { 200: 200, 201: 201 }[value('success_action_status')] ?? 204,
  };
}
