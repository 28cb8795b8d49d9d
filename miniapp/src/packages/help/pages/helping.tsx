import { Helping } from '@miniapp/features/help/Helping';

export default function Page() {
  return <Helping />;
}
