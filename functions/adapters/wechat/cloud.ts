import { z } from '@shared/zod';
import type { IdCard, Wechat } from './index';

type Sdk = typeof import('@cloudbase/node-sdk');

export interface CloudWechatOptions {
  /** Id of the CloudBase environment. */
  env: string;
  /** Whether the deployment has paid for WeChat's reading of ID cards. */
  idPhotos: boolean;
  /** The SDK takes them from the environment where they are not given. */
  secretId?: string | undefined;
  secretKey?: string | undefined;
  /** Another endpoint than CloudBase's own. */
  serviceUrl?: string | undefined;
  /** Milliseconds until an answer counts as lost. */
  timeout?: number;
}

const TIMEOUT_MS = 8_000;

const PhoneAnswer = z.object({ phone_info: z.object({ purePhoneNumber: z.string() }) });
const CardAnswer = z.object({ name: z.string().optional(), id: z.string().optional() });

/**
 * WeChat's open interfaces through CloudBase, which holds the mini-program's access token. The SDK is loaded with the
 * first call, and makes no second try of its own: a code is good once.
 */
export function createCloudWechat({
  timeout = TIMEOUT_MS,
  idPhotos,
  ...options
}: CloudWechatOptions): Wechat {
  let app: ReturnType<Sdk['init']> | undefined;
  const ask = async (apiName: string, requestData: object): Promise<unknown> => {
    app ??= (require('@cloudbase/node-sdk') as Sdk).init({ ...options, timeout, retries: 0 });
    return ((await app.callWxOpenApi({ apiName, requestData })) as { result?: unknown }).result;
  };
  return {
    async phoneNumber(code) {
      const said = PhoneAnswer.safeParse(await ask('/phonenumber.getPhoneNumber', { code }));
      return said.success ? said.data.phone_info.purePhoneNumber : null;
    },
    ...(idPhotos && {
      async readIdCard(photo: Buffer): Promise<IdCard | null> {
        const img = { contentType: 'image/jpeg', value: photo.toString('base64') };
        const said = CardAnswer.safeParse(await ask('/ocr.idcard', { type: 'photo', img }));
        return said.success ? { name: said.data.name ?? null, idNo: said.data.id ?? null } : null;
      },
    }),
  };
}
