import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import { checkIdNumber, checkName } from '@shared/people';
import { countyOf } from '@shared/regions';
import { findProfileInForce } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { fillsOf } from '../runtime/fills';
import { task } from '../runtime/use-case';

/** How a JPEG begins: what else a file may be is not sent on. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Reads an ID card from a photo. The photo is in memory for as long as this takes: no request log, no store, no line
 * of the log holds it. Outside of a transaction, so that no connection waits for WeChat.
 */
export const readIdCard = task(contract.applications.readIdCard, async (adapters, { village, photo }) => {
  const today = localDate(adapters.clock.now());
  const county = countyOf(village);
  const profile = await adapters.database.transaction({ region: null, person: null }, (db) =>
    findProfileInForce({ db, today }, county),
  );
  if (!fillsOf(adapters, profile).includes('ID_PHOTO')) throw new Failure('conflict', 'ID_PHOTOS_OFF');
  const bytes = Buffer.from(photo, 'base64');
  if (!bytes.subarray(0, JPEG.length).equals(JPEG)) throw new Failure('conflict', 'ID_PHOTO_UNREADABLE');
  const card = await adapters.wechat?.readIdCard?.(bytes);
  const name = checkName(card?.name ?? '');
  const idNo = checkIdNumber(card?.idNo ?? '');
  if (!name.ok && !idNo.ok) throw new Failure('conflict', 'ID_PHOTO_UNREADABLE');
  return { name: name.ok ? name.name : null, idNo: idNo.ok ? idNo.id : null };
});
