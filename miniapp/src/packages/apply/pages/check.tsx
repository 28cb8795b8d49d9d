import { Check } from '@miniapp/features/apply/Check';

export default function Page() {
  return <Check />;
}
