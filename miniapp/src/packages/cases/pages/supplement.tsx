import { Supplement } from '@miniapp/features/cases/Supplement';

export default function Page() {
  return <Supplement />;
}
