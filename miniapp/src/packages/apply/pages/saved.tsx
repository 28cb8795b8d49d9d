import { Saved } from '@miniapp/features/apply/Saved';

export default function Page() {
  return <Saved />;
}
