import { Tickets } from '@miniapp/features/tickets/Tickets';

export default function Page() {
  return <Tickets />;
}
