import { Said } from '@miniapp/features/card/Said';

export default function Page() {
  return <Said />;
}
