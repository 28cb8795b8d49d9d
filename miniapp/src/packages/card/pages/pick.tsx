import { PickLine } from '@miniapp/features/card/PickLine';

export default function Page() {
  return <PickLine />;
}
