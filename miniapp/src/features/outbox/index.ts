/** How anything that must not be lost is handed in: the report of a family, the acts of staff in the yard. */
export { type Delivery, deliver, type Reason } from './deliver';
