import { Policies } from '@miniapp/features/policies/Policies';

export default function Page() {
  return <Policies />;
}
