import type { WorkArea, WorkTrade } from '@shared/assessment/codes';

export const WORK_AREA_LABELS: Record<WorkArea, string> = {
  TOWN: '本乡镇',
  COUNTY: '本县别的乡镇',
  PROVINCE: '本省别的县',
  BEYOND: '外省',
};

export const WORK_TRADE_LABELS: Record<WorkTrade, string> = {
  FARM: '种养',
  FACTORY: '工厂',
  BUILDING: '建筑',
  CATERING: '餐饮',
  TRANSPORT: '运输、快递',
  CARE: '家政、保洁',
  OTHER: '其他',
};
