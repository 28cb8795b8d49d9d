import { Receipt } from '@miniapp/features/apply/Receipt';

export default function Page() {
  return <Receipt />;
}
