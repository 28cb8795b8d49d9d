import { Policy } from '@miniapp/features/policies/Policy';

export default function Page() {
  return <Policy />;
}
