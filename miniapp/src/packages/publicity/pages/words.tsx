import { VillageWords } from '@miniapp/features/publicity/Words';

export default function Page() {
  return <VillageWords />;
}
