import { OnePolicy } from '@miniapp/features/money/OnePolicy';

export default function Page() {
  return <OnePolicy />;
}
