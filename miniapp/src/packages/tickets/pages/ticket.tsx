import { TICKETS_PAGE } from '@miniapp/features/staff';
import { OneTicket } from '@miniapp/features/tickets/OneTicket';
import { OfOne } from '@miniapp/ui/OfOne';

export default function Page() {
  return (
    <OfOne name="ticket" list={['补贴不对的', TICKETS_PAGE]}>
      <OneTicket />
    </OfOne>
  );
}
