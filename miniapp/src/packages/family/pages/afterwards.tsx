import { Afterwards } from '@miniapp/features/family/Afterwards';

export default function Page() {
  return <Afterwards />;
}
