import { OneTicket } from '@miniapp/features/tickets/OneTicket';

export default function Page() {
  return <OneTicket />;
}
