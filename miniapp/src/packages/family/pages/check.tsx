import { Check } from '@miniapp/features/family/Check';

export default function Page() {
  return <Check />;
}
