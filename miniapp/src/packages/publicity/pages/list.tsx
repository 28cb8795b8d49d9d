import { PaymentList } from '@miniapp/features/publicity/PaymentList';

export default function Page() {
  return <PaymentList />;
}
