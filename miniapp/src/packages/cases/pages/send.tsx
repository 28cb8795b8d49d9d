import { SendLink } from '@miniapp/features/cases/SendLink';

export default function Page() {
  return <SendLink />;
}
