/** 明白卡: what a family on the list received this year, from confirmed records alone (domain.md 7.1). */
export {
  type CardContent,
  type CardHelper,
  type CardLine,
  type CardSource,
  type ConfirmedMeasure,
  cardContent,
  cardText,
  quarterStart,
} from './content';
