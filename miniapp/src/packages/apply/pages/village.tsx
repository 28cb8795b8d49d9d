import { VillageQuestion } from '@miniapp/features/apply/VillageQuestion';

export default function Page() {
  return <VillageQuestion />;
}
