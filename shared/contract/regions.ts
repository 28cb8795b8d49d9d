import { words } from '@shared/casework';
import { z } from '@shared/zod';
import { operation } from './operation';

export const RegionItem = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE']),
  parent: z.string().nullable(),
});

const Contact = z.object({ office: z.string(), name: z.string(), phone: z.string() });

export const regions = {
  children: operation('regions.children', {
    summary: 'Regions directly below a code; code "root" gives the counties served here.',
    callers: 'ANYONE',
    input: z.object({ code: z.string().regex(/^(root|\d{12})$/) }),
    output: z.object({ regions: z.array(RegionItem) }),
  }),
  search: operation('regions.search', {
    summary: 'Villages whose name, or township, contains the text.',
    callers: 'ANYONE',
    input: z.object({ text: words(40) }),
    output: z.object({ villages: z.array(RegionItem.extend({ townName: z.string() })) }),
  }),
  village: operation('regions.village', {
    summary: 'One village with its township, county and the phones to call.',
    callers: 'ANYONE',
    input: z.object({ code: z.string().regex(/^\d{12}$/, { error: 'BAD_VILLAGE' }) }),
    output: z.object({
      code: z.string(),
      name: z.string(),
      townName: z.string(),
      countyName: z.string(),
      village: Contact,
      town: Contact,
      county: Contact,
      hotline: z.string(),
      /** What fills in the report here: a photo of the ID card, the phone number that WeChat knows. */
      fills: z.array(z.enum(['ID_PHOTO', 'WECHAT_PHONE'])),
    }),
    errors: ['not_found'],
  }),
};
