import { Assists } from '@miniapp/features/review/Assists';

export default function Page() {
  return <Assists />;
}
