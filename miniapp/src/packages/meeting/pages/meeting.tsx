import { Held } from '@miniapp/features/meeting/Held';

export default function Page() {
  return <Held />;
}
