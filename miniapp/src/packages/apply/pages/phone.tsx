import { PhoneQuestion } from '@miniapp/features/apply/PhoneQuestion';

export default function Page() {
  return <PhoneQuestion />;
}
